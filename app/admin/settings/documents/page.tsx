import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { FilterTabs } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { UpLink } from '@/components/ui/up-link';
import { isAllowed } from '@/lib/access/authorize';
import { today } from '@/lib/clock';
import { formatDay, formatMoment } from '@/lib/days';
import { type DocumentLine, listForStaff } from '@/lib/documents/queries';
import { listQuery } from '@/lib/list-query';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { PublishForm } from './publish-form';

export const metadata: Metadata = { title: '章程和隐私政策' };

const PATH = '/admin/settings/documents';
const kinds = { privacy: '隐私政策', charter: '章程' } as const;

const columns = (kind: string): readonly Column<DocumentLine>[] => [
  {
    key: 'number',
    heading: '版本',
    cell: ({ number }) => (
      <Link href={`/${kind}?version=${number}`} className="num inline-flex min-h-11 items-center">
        第 {number} 版
      </Link>
    ),
  },
  { key: 'validFrom', heading: '施行日期', cell: ({ validFrom }) => <span className="num">{formatDay(validFrom)}</span> },
  { key: 'publishedAt', heading: '发布时间', cell: ({ publishedAt }) => <span className="num">{formatMoment(publishedAt)}</span> },
  { key: 'summary', heading: '变更说明', cell: ({ summary }) => <span className="whitespace-normal">{summary || '—'}</span> },
  { key: 'state', heading: '状态', cell: ({ inForce }) => (inForce ? <Tag tone="ok">现行</Tag> : null) },
];

export default async function DocumentsPage({ searchParams }: PageProps<'/admin/settings/documents'>) {
  const actor = await requireAccount();
  const params = await searchParams;
  const query = listQuery(params, ['kind']);
  const kind = query.kind === 'charter' ? 'charter' : 'privacy';
  const { versions, latest } = await orNotFound(listForStaff(actor, kind));
  const day = await today();
  const tabs = Object.entries(kinds).map(([value, label]) => ({ value: value === 'privacy' ? '' : value, label }));
  return (
    <>
      <UpLink href="/admin/settings">设置</UpLink>
      <PageTitle hint="发布后不能修改；要改，请再发布一版。以前的版本都可以查看。">章程和隐私政策</PageTitle>
      <div className="flex max-w-5xl flex-col gap-5">
        <FilterTabs path={PATH} query={kind === 'charter' ? { kind } : {}} name="kind" label="文件" tabs={tabs} />
        {params.saved === 'published' && <Note tone="ok" title={`已发布第 ${latest.number} 版，${formatDay(latest.validFrom)} 起施行。`} />}
        <Panel title={`${kinds[kind]}的各个版本`} flush>
          <Table cards columns={columns(kind)} rows={versions} rowKey={({ id }) => id} caption={kinds[kind]} empty="还没有版本。" />
        </Panel>
        {isAllowed(actor, 'document.publish', null) && (
          <Panel title="发布新版本">
            {kind === 'privacy' && <p className="mb-5 text-ink-2">施行以后，会员和申请人登录时先阅读新的隐私政策，同意后才能继续办理。</p>}
            <PublishForm
              key={`${kind} ${latest.number}`}
              kind={kind}
              base={latest.number}
              title={latest.title}
              body={latest.body}
              today={day}
            />
          </Panel>
        )}
      </div>
    </>
  );
}
