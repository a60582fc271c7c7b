import { Link } from '@/components/ui/link';
import firstLogin from '@/public/help/first-login.webp';
import menu from '@/public/help/menu.webp';
import { type Chapter, Steps } from './chapter';

/** Manual 四(一). */
export const signIn: Chapter = {
  id: 'sign-in',
  title: '登录与首次登录',
  body: (
    <>
      <p>
        系统用联络员的手机号和密码登录。不知道本单位登记的联络员是谁，可以在<Link href="/member/list">会员名录</Link>
        里查询：名录只显示姓和手机号的前三位、后四位，够本人认出自己。
      </p>
      <p>已入会、还没有登录过的，用“首次登录”设置密码：</p>
      <Steps>
        <li>
          打开登录页，点下方的“<Link href="/first-login">首次登录</Link>”。
        </li>
        <li>填写登记的手机号，点“获取验证码”，填入短信中的 6 位数字。</li>
        <li>设置新密码，至少 10 个字符，点“设置新密码”，即已登录。</li>
        <li>“请确认单位信息”：没有错点“信息无误”，需要改点“去修改”。以后不再询问。</li>
      </Steps>
      <p>一个手机号是几家单位的联络员时，登录后先选择单位，以后可以在右上角的菜单里“切换单位”。</p>
    </>
  ),
  pictures: [{ of: firstLogin, alt: '首次登录：手机号、验证码、新密码' }],
};

/** Manual 四(二). */
export const password: Chapter = {
  id: 'password',
  title: '密码与登录设备',
  body: (
    <>
      <Steps>
        <li>点页面右上角的下拉箭头（手机上点“菜单”），选“修改密码”。</li>
        <li>填写当前密码和新密码，保存。其他设备上的登录立即退出。</li>
      </Steps>
      <p>
        想不起密码，点登录页的“<Link href="/forgot-password">忘记密码</Link>”，用短信验证码重新设置。连续输错 5 次后，需要等待一段时间再试。
      </p>
      <p>“登录设备”列出现在登录着您账号的手机和电脑。有不认识的，点“退出”，再修改密码。长时间不用会自动退出，已填写的内容会保留。</p>
    </>
  ),
  pictures: [{ of: menu, alt: '手机上的菜单：修改密码、登录设备、退出登录' }],
};

export const personal: Chapter = {
  id: 'personal',
  title: '个人信息',
  body: (
    <>
      <p>
        菜单里的“个人信息”列出协会保存的、关于您本人的信息，可以更正姓名，也可以“下载我的数据”。手机号用“更换联络员”更改。信息怎样使用，见
        <Link href="/privacy">隐私政策</Link>。
      </p>
    </>
  ),
};

export const questions: Chapter = {
  id: 'questions',
  title: '常见问题',
  body: (
    <dl className="flex flex-col gap-4 [&_dt]:mb-1 [&_dt]:font-semibold">
      <div>
        <dt>收不到短信验证码</dt>
        <dd>请核对手机号，一分钟后重新获取，并查看手机的短信拦截。每小时和每天能获取的次数有限，页面会写明什么时候可以再试。</dd>
      </div>
      <div>
        <dt>提示填写“图片验证码”</dt>
        <dd>浏览器没有完成安全检查时会这样。照图填写 5 个字符，再点“获取验证码”；看不清点“换一张”。</dd>
      </div>
      <div>
        <dt>联络员已离职，手机号停用了</dt>
        <dd>
          请看“<a href="#liaisons">联络员与更换</a>”：把盖章的更换函交给协会，由协会更换。
        </dd>
      </div>
      <div>
        <dt>在手机上填了一半，想换电脑</dt>
        <dd>用同一个手机号在电脑上登录即可，填写的内容都已保存。</dd>
      </div>
      <div>
        <dt>提示“另一个窗口（或同事）也改过，请选择用哪一个”</dt>
        <dd>两个人或两个窗口改了同一项。逐项选“用我的”或“用对方的”，再点“按选择保存”；您填写的内容都还在。</dd>
      </div>
      <div>
        <dt>会费金额与我们的级别不符</dt>
        <dd>
          应交金额按该年度的级别计算，选择别的金额不会改变级别。对级别有疑问，请<Link href="/contact">联系协会</Link>。
        </dd>
      </div>
      <div>
        <dt>其他问题</dt>
        <dd>
          请打电话或加 QQ 咨询：<Link href="/contact">联系我们</Link>。
        </dd>
      </div>
    </dl>
  ),
};
