import { HelpLink } from '@/components/ui/help-link';
import { Note } from '@/components/ui/note';

/** The manual's notices about the receipt (一(七), 三(五)), where somebody waits for it. */
export function ReceiptNotes() {
  return (
    <Note title="关于电子票据">
      <ul className="list-disc pl-5">
        <li>填写汇款信息后的 7 个工作日内，会费电子票据推送到您填写的邮箱。</li>
        <li>推荐使用个人 QQ 邮箱，避免使用企业邮箱，邮件会被屏蔽。</li>
        <li>
          票据由财政部服务器推送，发件人是 czpj@mof.gov.cn，标题为“【电子票据】您收到一张新的电子票据”，正文有票据图片，并附 PDF 下载。
        </li>
        <li>没有收到时，请在邮箱中搜索“czpj”，并查看垃圾箱。</li>
        <li>如收到主题为“会费发票”的压缩包邮件，请谨慎打开，避免造成损失。</li>
      </ul>
      <HelpLink chapter="receipts">没有收到怎么办？</HelpLink>
    </Note>
  );
}
