import type { Metadata } from 'next';
import { HelpLink } from '@/components/ui/help-link';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { ResetPasswordForm } from '../forgot-password/reset-password-form';

export const metadata: Metadata = { title: '首次登录' };

export default function FirstLoginPage() {
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle hint="已是会员、还没有登录过的联络员，用登记的手机号收验证码，设置登录密码。" actions={<HelpLink chapter="sign-in" />}>
        首次登录
      </PageTitle>
      <Panel>
        <ResetPasswordForm pictureId={crypto.randomUUID()} />
      </Panel>
      <p className="mt-5">
        不知道登记的联络员是谁，可以在<Link href="/member/list">会员名录</Link>里查询本单位。联络员已更换、收不到验证码的，请
        <Link href="/contact">联系协会</Link>。还不是会员的单位，请<Link href="/register">新会员注册</Link>。
      </p>
    </div>
  );
}
