import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { listOwnSessions, type SessionView } from '@/lib/accounts/list-sessions';
import { addressText } from '@/lib/client-address';
import { formatMoment } from '@/lib/days';
import { requireAccount } from '@/lib/session';
import { endOtherSessionsAction, endSessionAction } from './actions';

export const metadata: Metadata = { title: '登录设备' };

const columns: readonly Column<SessionView>[] = [
  { key: 'device', heading: '设备', cell: ({ device }) => device },
  { key: 'address', heading: '网络地址', cell: ({ address }) => <span className="num">{addressText(address)}</span> },
  { key: 'signedInAt', heading: '登录时间', cell: ({ signedInAt }) => <span className="num">{formatMoment(signedInAt)}</span> },
  { key: 'seenAt', heading: '最近使用', cell: ({ seenAt }) => <span className="num">{formatMoment(seenAt)}</span> },
  { key: 'end', heading: '操作', cell: (session) => <EndSession {...session} /> },
];

export default async function SessionsPage({ searchParams }: PageProps<'/account/sessions'>) {
  const { saved } = await searchParams;
  const sessions = await listOwnSessions(await requireAccount());
  return (
    <>
      <PageTitle hint="现在登录着您账号的设备。长时间不用会自动退出。">登录设备</PageTitle>
      <div className="flex flex-col gap-5">
        {saved === 'password' && (
          <Note tone="ok" title="密码已修改">
            其他设备都已退出，请用新密码重新登录。
          </Note>
        )}
        <Panel title="正在登录" hint={`${sessions.length} 台`} flush>
          <Table cards columns={columns} rows={sessions} rowKey={({ id }) => id} caption="登录设备" empty="没有登录着的设备。" />
        </Panel>
        <Note tone="warn" title="有不认识的设备？">
          <p className="mb-3">
            先退出它，再<Link href="/account/password">修改密码</Link>。
          </p>
          {sessions.length > 1 && (
            <ActionForm action={endOtherSessionsAction}>
              <SubmitButton look="danger" waiting="正在退出…">
                退出其他所有设备
              </SubmitButton>
            </ActionForm>
          )}
        </Note>
      </div>
    </>
  );
}

function EndSession({ id, device, isThis }: SessionView) {
  if (isThis) return <Tag tone="ok">这台设备</Tag>;
  return (
    <ActionForm action={endSessionAction} hidden={{ sessionId: id }}>
      <SubmitButton look="danger" size="small" waiting="正在退出…" aria-label={`退出 ${device}`}>
        退出
      </SubmitButton>
    </ActionForm>
  );
}
