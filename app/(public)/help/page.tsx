import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';

export const metadata: Metadata = { title: '操作手册' };

const chapters: { id: string; title: string; body: ReactNode }[] = [
  {
    id: 'register',
    title: '一、新会员注册',
    body: (
      <>
        <p>
          打开<Link href="/register">新会员注册</Link>，填写企业中文全称、信用代码、经办人姓名和手机号，点“获取验证码”，填入短信中的 6
          位数字，设置密码后点“注册”。
        </p>
        <p>手机号就是以后登录的账号。同一个手机号已有账号时，新单位会加入原来的账号，用原密码登录即可。</p>
        <p>提示“校验位不符”时，请对照营业执照核对信用代码；确认没有错，勾选“核对无误，继续提交”。</p>
      </>
    ),
  },
  {
    id: 'apply',
    title: '二、填写入会申请',
    body: (
      <>
        <p>
          登录后依次完成五步：阅读章程、企业信息、申请材料、交纳会费、核对提交。每一步的进度都会保存，退出后再次登录，会回到没有完成的那一步。
        </p>
        <p>
          所属行业和所属领域按主营业务选择。通讯地址填写能收到文件的地址，写上省和市，不要填写注册地址。联络员填写 1–2
          名，文件默认邮寄给第一联络员。没有特级资质的选择“无”。
        </p>
        <p>申请材料可以上传一个 PDF，也可以按顺序上传多张图片。点图片可以放大查看，传错了可以替换或移除。</p>
      </>
    ),
  },
  {
    id: 'dues',
    title: '三、交纳会费',
    body: (
      <>
        <p>按页面显示的账户汇款，汇款附言请照抄，方便核对。汇款后上传汇款凭证，或填写银行流水号。</p>
        <p>“交费人”填写经办人姓名，不要填写单位名称。电子票据推送到填写的邮箱，推荐使用个人 QQ 邮箱，避免使用企业邮箱，邮件会被屏蔽。</p>
        <p>
          电子票据由财政部服务器推送，发件人是 czpj@mof.gov.cn，邮件标题为“【电子票据】您收到一张新的电子票据”，邮件里有票据图片和
          PDF。没有收到时，请在邮箱中搜索“czpj”，并查看垃圾箱。
        </p>
        <p>收到主题为“会费发票”的压缩包邮件，请谨慎打开，避免损失。</p>
      </>
    ),
  },
  {
    id: 'review',
    title: '四、审核和会员证',
    body: (
      <>
        <p>
          提交后由协会审核，退回、通过或不予通过都会发短信。被退回时，登录后按审核意见修改，再重新提交；已填写的内容和已交的会费都还在。
        </p>
        <p>审核通过后，第一联络员登录会员主页，点“下载电子会员证”。任何人都可以扫会员证上的二维码，查验它现在是否有效。</p>
      </>
    ),
  },
  {
    id: 'password',
    title: '五、登录问题',
    body: (
      <>
        <p>系统用联络员手机号和密码登录。连续输错 5 次后，需要等待一段时间再试。</p>
        <p>
          已是会员、还没有登录过的联络员，点登录页的“首次登录”，用登记的手机号收验证码，设置密码，然后核对一遍单位信息。不知道登记的联络员是谁，可以在
          <Link href="/member/list">会员名录</Link>里查询本单位。
        </p>
        <p>
          忘记密码，点登录页的“忘记密码”，用短信验证码重新设置。联络员已更换、收不到短信的，请<Link href="/contact">联系协会</Link>。
        </p>
      </>
    ),
  },
];

export default function HelpPage() {
  return (
    <>
      <PageTitle>操作手册</PageTitle>
      <nav aria-label="目录" className="mb-5 flex flex-wrap gap-x-5">
        {chapters.map(({ id, title }) => (
          <a key={id} href={`#${id}`} className="inline-flex min-h-11 items-center">
            {title}
          </a>
        ))}
      </nav>
      <div className="flex flex-col gap-5">
        {chapters.map(({ id, title, body }) => (
          <Panel key={id} id={id} title={title}>
            <div className="flex max-w-[40em] flex-col gap-3">{body}</div>
          </Panel>
        ))}
      </div>
    </>
  );
}
