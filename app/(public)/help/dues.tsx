import { Link } from '@/components/ui/link';
import dues from '@/public/help/dues.webp';
import filing from '@/public/help/filing.webp';
import pay from '@/public/help/pay.webp';
import { type Chapter, Steps } from './chapter';

/** Manual 三. */
export const duesChapters: readonly Chapter[] = [
  {
    id: 'dues',
    title: '会费交纳',
    body: (
      <>
        <Steps>
          <li>在会员主页点会费情况，或点菜单里的“会费交纳”。</li>
          <li>选择要交的年度，点“交费”；点“查看”看这一年的明细，并可下载会费交纳通知书，交给本单位财务。</li>
          <li>按页面上的账户汇款，汇款附言请照抄，方便核对。</li>
          <li>上传汇款凭证，或填写银行流水号，有一样即可。</li>
          <li>填写汇款信息，点“提交汇款信息”。协会核对到账后，状态变为“已交费”。</li>
        </Steps>
        <ul className="flex list-disc flex-col gap-1.5 pl-6">
          <li>“单位名称”和“信用代码”自动填好，只作为票据抬头，可以更改；单位更名请另外提交“变更单位名称”。</li>
          <li>
            “金额”按会员级别选择，见<Link href="/fees">会费标准</Link>。几个年度一起汇款的，勾选“同时交纳”。
          </li>
          <li>“交费人”填写经办人姓名，不要填写单位名称。</li>
          <li>汇款信息被退回时，按原因修改后重新提交，已上传的凭证还在。</li>
          <li>页面上有在线付款的，也可以在线交费，不用上传凭证。</li>
        </ul>
      </>
    ),
    pictures: [
      { of: dues, alt: '会费交纳记录：每个年度的状态、金额和操作' },
      { of: pay, alt: '交费：协会的收款账户和汇款附言' },
      { of: filing, alt: '填写汇款信息：票据抬头、交费人和电子邮箱' },
    ],
  },
  {
    id: 'receipts',
    title: '电子票据',
    body: (
      <>
        <p>
          会费电子票据由财政部的平台开具，填写汇款信息后的 7 个工作日内推送到您填写的邮箱。推荐使用个人 QQ
          邮箱，避免使用企业邮箱，邮件会被屏蔽。
        </p>
        <p>
          发件人是 czpj@mof.gov.cn，标题为“【电子票据】您收到一张新的电子票据”，正文有票据图片，并附 PDF
          下载。没有收到时，请在邮箱中搜索“czpj”，并查看垃圾箱。
        </p>
        <p>开具后，这一年度的“是否开票”显示“已开票”，点“查看”，再点“下载电子票据（PDF）”。</p>
        <p>
          仍然没有收到的，点“未收到票据邮件”，核对接收邮箱后点“告诉协会未收到”。抬头写错的，点“抬头有误，申请换开”：协会核对后先冲红原票据，再按新的抬头开具；原票据已入账的，请先与本单位财务商量。
        </p>
        <p>协会的短信和邮件都不会附带票据。收到主题为“会费发票”的压缩包邮件，请谨慎打开，避免损失。</p>
      </>
    ),
  },
];
