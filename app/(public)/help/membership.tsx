import { Link } from '@/components/ui/link';
import certificate from '@/public/help/certificate.webp';
import company from '@/public/help/company.webp';
import home from '@/public/help/home.webp';
import liaisons from '@/public/help/liaisons.webp';
import rename from '@/public/help/rename.webp';
import replace from '@/public/help/replace.webp';
import { type Chapter, Steps } from './chapter';

/** Manual 二. */
export const membership: readonly Chapter[] = [
  {
    id: 'home',
    title: '会员主页',
    body: (
      <>
        <p>登录后就是会员主页：会员状态、会员级别、会费情况，下面按紧急程度列出接下来要办的事，点开就能办理。</p>
        <p>点“会费情况”里的“欠费”或“待交费”，直接进入会费交纳。会员证在同一页下载。</p>
      </>
    ),
    pictures: [{ of: home, alt: '会员主页：会员状态、会员级别、会费情况和会员证' }],
  },
  {
    id: 'company',
    title: '企业信息',
    body: (
      <>
        <Steps>
          <li>点菜单里的“企业信息”，再点“修改企业信息”。</li>
          <li>直接修改，完成后点“保存”，立即生效。</li>
        </Steps>
        <p>修改通讯地址、资质和联络员的联系方式时，协会会同时收到通知，不需要另外打电话。修改记录在页面最下方，写明谁在何时改了什么。</p>
        <p>理事单位及以上级别可以在这一页查看理事信息，如需修改请联系管理员。交费记录也在这一页。</p>
        <p>不希望出现在会员名录里的，点“会员名录公开设置”。</p>
      </>
    ),
    pictures: [{ of: company, alt: '企业信息：变更单位名称、修改企业信息两个按钮和登记的内容' }],
  },
  {
    id: 'rename',
    title: '变更单位名称',
    body: (
      <>
        <p>单位名称和信用代码印在会员证和票据上，变更时要提交新的营业执照，由协会确认：</p>
        <Steps>
          <li>在“企业信息”里点“变更单位名称”。</li>
          <li>上传新的营业执照，扫描件，不需要盖章。</li>
          <li>填写新的名称，信用代码没有变的保持原样，点“提交变更申请”。</li>
        </Steps>
        <p>
          确认之前各处仍显示原来的名称，并注明“变更审核中”。确认后发短信，换发会员证，之后的电子票据默认使用新的名称；原来的名称会保留，仍可查询。申请被退回的，改好后重新提交；不需要了可以撤回。
        </p>
      </>
    ),
    pictures: [{ of: rename, alt: '变更单位名称：上传新的营业执照' }],
  },
  {
    id: 'liaisons',
    title: '联络员与更换',
    body: (
      <>
        <p>每家单位有一名第一联络员，可以再有一名第二联络员。增加、移除和更换都由第一联络员办理。</p>
        <Steps>
          <li>在“企业信息”的联络员一栏点“更换联络员”。</li>
          <li>
            添加第二联络员：填写姓名、部门、职务、手机和邮箱，保存后是“待验证”；再用本人手机收到的验证码完成验证，之后这位联络员才能登录。
          </li>
          <li>
            把第一联络员交给新的人：填写新联络员，点两个“获取验证码”，填入两部手机上的验证码，点“确认更换”。登录和没办完的事一起转过去，原联络员立即不能再登录办理。
          </li>
        </Steps>
        <p>
          原手机号收不到验证码的，请<Link href="/contact">联系协会</Link>，凭盖章的更换函由协会更换。
        </p>
      </>
    ),
    pictures: [
      { of: liaisons, alt: '联络员：现在的联络员，更换和添加的按钮' },
      { of: replace, alt: '更换联络员：新的第一联络员和两部手机的验证码' },
    ],
  },
];

export const exit: Chapter = {
  id: 'exit',
  title: '退会',
  body: (
    <p>
      由第一联络员在“企业信息”里点“退会申请”，写明原因后提交，即为书面告知协会。协会处理之前，会员资格和会员证不变，会费照常，申请可以撤回；结果用短信通知第一联络员。
    </p>
  ),
};

/** Manual 一(九). */
export const certificates: Chapter = {
  id: 'certificate',
  title: '会员证',
  body: (
    <>
      <p>在会员主页或“企业信息”点“下载电子会员证”，得到 PDF，可以直接打印。</p>
      <p>
        单位名称、信用代码或会员级别变更后自动换发，旧证列在“以前的会员证”里。任何人扫证书上的二维码，或在
        <Link href="/verify">会员证查验</Link>里输入查验码，看到的是今天的真实状态，旧的打印件不会误导别人。
      </p>
      <p>有效期到下一个未交年度的交费期限为止；交了会费，查验立即更新。</p>
    </>
  ),
  pictures: [{ of: certificate, alt: '会员证的预览和下载' }],
};
