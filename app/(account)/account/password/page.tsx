import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { isStaff } from '@/lib/access/actor';
import { MEMBER_PASSWORD_LENGTH, STAFF_PASSWORD_LENGTH } from '@/lib/accounts/schema';
import { requireAccount } from '@/lib/session';
import { ChangePasswordForm } from './change-password-form';

export const metadata: Metadata = { title: '修改密码' };

export default async function PasswordPage() {
  const actor = await requireAccount();
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle hint="修改后，其他设备上的登录立即退出；这台设备不受影响。">修改密码</PageTitle>
      <Panel>
        <ChangePasswordForm length={isStaff(actor) ? STAFF_PASSWORD_LENGTH : MEMBER_PASSWORD_LENGTH} />
      </Panel>
      <p className="mt-5">
        想不起当前密码的，可以<Link href="/forgot-password">用手机验证码重新设置</Link>。
      </p>
    </div>
  );
}
