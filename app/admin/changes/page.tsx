import type { Metadata } from 'next';
import { ChangeLines } from '@/components/companies/change-list';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ErasureTable } from '@/components/personal/erasure-table';
import { Link } from '@/components/ui/link';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { CHANGES_PAGE, type ChangeRowView, type ChangeTab, changeTabs, countChanges, listChanges } from '@/lib/companies/change-queue';
import { changeFieldLabels, changeKindLabels, changeStateLabels } from '@/lib/copy/companies';
import { formatMoment } from '@/lib/days';
import { listQuery, pageOf } from '@/lib/list-query';
import { countErasures, listErasures } from '@/lib/personal/erasure-queue';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';
import { acknowledgeChangeAction } from './[id]/actions';

export const metadata: Metadata = { title: '会员变更' };

const PATH = '/admin/changes';
const tabLabels = {
  open: '待处理',
  request: '更名申请',
  exit: '退会申请',
  notice: '变更通知',
  letter: '来函更换',
  done: '已处理',
} as const;

const NOTHING = '这里没有变更。会员修改地址、联络员、资质，申请更名或退会后，会出现在这里。';
const emptyTexts: Record<ChangeTab, string> = {
  ...{ open: NOTHING, request: NOTHING, notice: NOTHING, done: NOTHING },
  exit: '没有待处理的退会申请。会员在“企业信息”里申请后，会出现在这里。',
  letter: '还没有按来函更换过联络员。收到盖章的更换函，请打开那家会员，上传函件后点“更换联络员”，办完会列在这里。',
};

const columns: readonly Column<ChangeRowView>[] = [
  {
    key: 'company',
    heading: '单位名称',
    cell: ({ id, companyName }) => (
      <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold">
        {companyName}
      </Link>
    ),
  },
  { key: 'kind', heading: '类别', cell: ({ kind }) => <Tag tone={kind === 'notice' ? 'plain' : 'info'}>{changeKindLabels[kind]}</Tag> },
  {
    key: 'content',
    heading: '内容',
    cell: ({ kind, field, lines }) => (
      <div className="max-w-[36em] whitespace-normal">
        <b className="font-semibold">{changeFieldLabels[field]}</b>
        <ChangeLines kind={kind} lines={lines} />
      </div>
    ),
  },
  { key: 'by', heading: '提交人', cell: ({ actorName }) => actorName },
  { key: 'madeAt', heading: '提交时间', numeric: true, cell: ({ madeAt }) => formatMoment(madeAt) },
  {
    key: 'state',
    heading: '状态',
    cell: ({ state }) => <Tag tone={changeStateLabels[state].tone}>{changeStateLabels[state].text}</Tag>,
  },
  {
    key: 'do',
    heading: '操作',
    cell: ({ id, kind, state, companyName, mayDecide }) =>
      mayDecide && kind === 'notice' && state === 'pending' ? (
        <ActionForm action={acknowledgeChangeAction} hidden={{ changeId: id }}>
          <SubmitButton look="secondary" size="small" waiting="…" aria-label={`知悉 ${companyName} 的变更`}>
            知悉
          </SubmitButton>
        </ActionForm>
      ) : (
        <Link href={`${PATH}/${id}`} aria-label={`查看 ${companyName} 的变更`} className="inline-flex min-h-11 items-center">
          查看
        </Link>
      ),
  },
];

export default async function ChangesPage({ searchParams }: PageProps<'/admin/changes'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['tab']);
  const tab = changeTabs.find((candidate) => candidate === query.tab) ?? 'open';
  const page = pageOf(query.page);
  const [counts, { rows, total }] = await Promise.all([
    orNotFound(countChanges(actor)),
    orNotFound(listChanges(actor, { tab, search: query.search ?? '', page })),
  ]);
  const erasures = query.tab === 'erasure' ? await listErasures(actor) : null;
  const tabs = changeTabs.map((value) => ({ value: value === 'open' ? '' : value, label: tabLabels[value], count: counts[value] }));
  const erasureTab = { value: 'erasure', label: '注销申请', count: await countErasures(actor) };
  return (
    <>
      <PageTitle actions={<SearchBox path={PATH} query={query} placeholder="单位名称、曾用名、拼音或信用代码" />}>会员变更</PageTitle>
      <Panel flush>
        <div className="border-b border-line-2 px-2 py-1.5 md:px-4">
          <FilterTabs path={PATH} query={query} name="tab" label="按类别" tabs={[...tabs.slice(0, 3), erasureTab, ...tabs.slice(3)]} />
        </div>
        {erasures ? (
          <ErasureTable rows={erasures} />
        ) : (
          <>
            <Table
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              caption="会员变更"
              empty={query.search ? `没有找到“${query.search}”的变更。` : emptyTexts[tab]}
              total={total}
            />
            <Pagination path={PATH} query={query} page={page} size={CHANGES_PAGE} total={total} />
          </>
        )}
      </Panel>
    </>
  );
}
