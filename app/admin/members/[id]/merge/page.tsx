import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { SearchBox } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { formatDay } from '@/lib/days';
import { listQuery } from '@/lib/list-query';
import { findMergeable, type MergePreview, type MergeSide, previewMerge } from '@/lib/members/merge-preview';
import { orNotFound } from '../../../../or-not-found';
import { mergeMembersAction } from '../actions';
import { loadMember } from '../load-member';

export const metadata: Metadata = { title: '合并重复的会员' };

export default async function MergePage({ params, searchParams }: PageProps<'/admin/members/[id]/merge'>) {
  const { actor, member } = await loadMember(params, 'member.merge');
  const path = `/admin/members/${member.id}/merge`;
  const { search = '', other } = listQuery(await searchParams, ['other']);
  const found = await orNotFound(findMergeable(actor, member.id, search));
  const preview =
    other && /^[0-9a-f-]{36}$/.test(other) ? await orNotFound(previewMerge(actor, { keepId: member.id, goneId: other })) : null;
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/members">会员</Link> › <Link href={`/admin/members/${member.id}`}>{member.fields.name}</Link>
      </p>
      <PageTitle hint="同一家单位有两条记录时，把另一条并入这一条。">合并重复的会员</PageTitle>
      <div className="flex max-w-4xl flex-col gap-5">
        <Panel title="第一步：找到另一条记录" hint={`保留：${member.fields.name}（${member.number}）`}>
          <SearchBox path={path} query={{ search }} placeholder="另一条的名称、信用代码、编号或手机" />
          {search && found.length === 0 && <p className="mt-4 text-ink-3">没有找到“{search}”。</p>}
          <ul className="mt-4 flex flex-col divide-y divide-line-2 empty:hidden">
            {found.map(({ id, name, number, uscc }) => (
              <li key={id}>
                <Link href={`${path}?${new URLSearchParams({ search, other: id })}`} className="inline-flex min-h-11 items-center gap-3">
                  {name} <span className="num text-sm text-ink-3">{number}</span> <span className="num text-sm text-ink-3">{uscc}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
        {preview && <Confirm preview={preview} />}
      </div>
    </>
  );
}

function Confirm({ preview }: { preview: MergePreview }) {
  const { keep, gone, joinedOn, sharedYears, closedLiaisons, hasRequest } = preview;
  return (
    <Panel title="第二步：核对并确认" flush>
      <Table
        cards
        columns={columns}
        rows={[
          { ...keep, role: '保留' },
          { ...gone, role: '并入' },
        ]}
        rowKey={({ id }) => id}
        caption="两条记录"
        empty=""
      />
      <div className="flex flex-col gap-4 px-4 py-4.5 md:p-6">
        <ul className="list-disc pl-5">
          <li>
            {gone.name} 的名称、联络员、会费、文件、席位和备注移到 {keep.name}；编号 {gone.number} 和信用代码 {gone.uscc} 仍能搜到。
          </li>
          <li>入会日期取较早的：{formatDay(joinedOn)}。</li>
          {sharedYears.length > 0 && (
            <li>
              两条都有 {sharedYears.join('、')} 年度会费：并入的一笔取消，已交、已填报和已开票的都算在保留的一笔上，多交的金额看得到。
            </li>
          )}
          {closedLiaisons.length > 0 && <li>{closedLiaisons.join('、')} 的位置已有人，转为曾任联络员，不能再登录这家单位。</li>}
          {hasRequest && <li>{gone.name} 有一份还没有办完的更名申请，合并后自动撤回；需要更名的，请用保留的记录重新提交。</li>}
          <li>并入的会员证失效。</li>
        </ul>
        <Note tone="warn" title="合并后不能自动撤销" />
        <ActionForm
          action={mergeMembersAction}
          hidden={{ keepId: keep.id, goneId: gone.id }}
          labels={{ reason: '合并的原因' }}
          className="flex flex-col gap-4"
        >
          <ReasonField name="reason" label="合并的原因" />
          <div>
            <SubmitButton look="danger" waiting="正在合并…">
              确认合并
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Panel>
  );
}

const columns: readonly Column<MergeSide & { role: string }>[] = [
  { key: 'role', heading: '', cell: ({ role, name }) => <b className="font-semibold">{`${role}：${name}`}</b> },
  { key: 'number', heading: '编号', cell: ({ number }) => <span className="num">{number}</span> },
  { key: 'uscc', heading: '信用代码', cell: ({ uscc }) => <span className="num">{uscc}</span> },
  { key: 'joinedOn', heading: '入会日期', cell: ({ joinedOn }) => <span className="num">{formatDay(joinedOn)}</span> },
  { key: 'liaisons', heading: '联络员', numeric: true, cell: ({ liaisons }) => `${liaisons} 名` },
  { key: 'charges', heading: '会费', numeric: true, cell: ({ charges }) => `${charges} 笔` },
  { key: 'files', heading: '文件', numeric: true, cell: ({ files }) => `${files} 份` },
];
