import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { formatMoment } from '@/lib/days';
import { findDemoCode, listDemoCodes } from '@/lib/factors/demo-codes';
import { listOutbox } from '@/lib/messages/queries';
import { orNotFound } from '../or-not-found';

export const metadata: Metadata = { title: '发件箱' };

export default async function OutboxPage({ searchParams }: PageProps<'/outbox'>) {
  const { secret } = await searchParams;
  const messages = await orNotFound(listOutbox());
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-8">
      <PageTitle hint="演示环境不真正发短信和邮件，系统发出的每一条都在这里，最新的在最上面。">发件箱</PageTitle>
      <DemoCodes secret={typeof secret === 'string' ? secret : ''} />
      <Panel title="短信和邮件" flush>
        {messages.length === 0 && <p className="p-6 text-ink-3">还没有发出短信和邮件。在注册页点“获取验证码”，验证码会出现在这里。</p>}
        <ul className="divide-y divide-line-2">
          {messages.map(({ id, to, subject, text, createdAt }) => (
            <li key={id} className="px-4 py-3.5 md:px-6">
              <p className="num flex flex-wrap gap-x-4 text-sm text-ink-3">
                <span>{to}</span>
                <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt)}</time>
              </p>
              {subject && <p className="font-semibold">{subject}</p>}
              <p className="break-words whitespace-pre-line">{text}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </main>
  );
}

async function DemoCodes({ secret }: { secret: string }) {
  const codes = await listDemoCodes();
  const found = secret && (await findDemoCode(secret));
  return (
    <Panel title="工作人员的动态码" hint="刷新页面看最新的，每个只能用一次">
      <dl className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {codes.map(({ phone, code }) => (
          <div key={phone} className="num flex justify-between gap-4">
            <dt className="text-ink-2">{phone}</dt>
            <dd className="text-lg font-semibold">{code}</dd>
          </div>
        ))}
      </dl>
      <form action="/outbox" className="mt-4 flex flex-wrap items-center gap-3 border-t border-line-2 pt-4">
        <input
          name="secret"
          defaultValue={secret}
          aria-label="设置验证器时显示的密钥"
          placeholder="手机上没有验证器？粘贴设置页上的密钥"
          autoComplete="off"
          className="control min-w-60 flex-1"
        />
        <Button type="submit" look="secondary">
          算出动态码
        </Button>
        {secret && <output className="num text-lg font-semibold">{found ?? '密钥不对，应为 32 个字母和数字'}</output>}
      </form>
    </Panel>
  );
}
