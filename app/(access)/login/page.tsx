import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { factorPath } from '@/lib/factors/steps';
import { getActor } from '@/lib/session';
import { LoginForm } from './login-form';

export const metadata: Metadata = { title: '登录' };

const ways = [
  ['/register', '新会员注册'],
  ['/first-login', '首次登录'],
  ['/forgot-password', '忘记密码'],
] as const;

const notices: Record<string, string> = {
  expired: '登录已超时，请重新登录，登录后回到原来的页面。',
  existing: '该手机号已有账号，本单位已加入这个账号。请用原来的密码登录，继续填写入会申请。',
  password: '密码已重新设置，请用新密码登录。',
  handedOver: '联络员已交接，您的登录已结束。新联络员会收到短信，用自己的手机号登录。',
  factor: '原来的验证器已解除。请重新登录，按提示在新手机上设置验证器。',
};

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next, reason } = await searchParams;
  const actor = await getActor();
  if (actor.kind === 'account') redirect('/home');
  if (actor.kind === 'pending') redirect(factorPath(actor.step, typeof next === 'string' ? next : ''));
  const notice = typeof reason === 'string' ? notices[reason] : undefined;
  return (
    <div className="mx-auto max-w-md">
      <PageTitle>登录</PageTitle>
      {notice && (
        <div className="mb-5">
          <Note>{notice}</Note>
        </div>
      )}
      <Panel>
        <LoginForm next={typeof next === 'string' ? next : ''} />
      </Panel>
      <ul className="mt-5 flex flex-wrap justify-center gap-x-6">
        {ways.map(([href, label]) => (
          <li key={href}>
            <Link href={href} className="inline-flex min-h-11 items-center">
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-center text-ink-2">
        用联络员的手机号登录。不知道登记的联络员是谁，可以在<Link href="/member/list">会员名录</Link>里查询本单位。
      </p>
    </div>
  );
}
