import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { ResetPasswordForm } from './reset-password-form';

export const metadata: Metadata = { title: '忘记密码' };

export default function ForgotPasswordPage() {
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle hint="用登记的手机号收验证码，重新设置密码。">忘记密码</PageTitle>
      <Panel>
        <ResetPasswordForm pictureId={crypto.randomUUID()} />
      </Panel>
      <p className="mt-5">
        联络员已更换、收不到验证码的，请<Link href="/contact">联系协会</Link>。
      </p>
    </div>
  );
}
