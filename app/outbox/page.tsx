import type { Metadata } from 'next';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { formatMoment } from '@/lib/days';
import { listOutbox } from '@/lib/messages/queries';
import { orNotFound } from '../or-not-found';

export const metadata: Metadata = { title: '短信发件箱' };

export default async function OutboxPage() {
  const messages = await orNotFound(listOutbox());
  return (
    <main className="mx-auto max-w-3xl px-4 py-8">
      <PageTitle hint="演示环境不真正发短信，系统发出的每一条都在这里，最新的在最上面。">短信发件箱</PageTitle>
      <Panel flush>
        {messages.length === 0 && <p className="p-6 text-ink-3">还没有发出短信。在注册页点“获取验证码”，验证码会出现在这里。</p>}
        <ul className="divide-y divide-line-2">
          {messages.map(({ id, phone, text, createdAt }) => (
            <li key={id} className="px-4 py-3.5 md:px-6">
              <p className="num flex gap-4 text-sm text-ink-3">
                <span>{phone}</span>
                <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt)}</time>
              </p>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </main>
  );
}
