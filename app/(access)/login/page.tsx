import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { getActor } from '@/lib/session';
import { LoginForm } from './login-form';

export const metadata: Metadata = { title: '登录' };

const notices: Record<string, string> = {
  expired: '登录已超时，请重新登录，登录后回到原来的页面。',
  existing: '该手机号已有账号，本单位已加入这个账号。请用原来的密码登录，继续填写入会申请。',
  password: '密码已重新设置，请用新密码登录。',
};

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next, reason } = await searchParams;
  const actor = await getActor();
  if (actor.kind === 'account') redirect('/home');
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
      <p className="mt-5 text-center">
        还不是会员？<Link href="/register">新会员注册</Link>
      </p>
    </div>
  );
}
