import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ChooseTarget } from '@/components/statements/choose-target';
import { IgnoreStrange } from '@/components/statements/ignore-strange';
import { MappingForm } from '@/components/statements/mapping-form';
import { RowTable } from '@/components/statements/row-table';
import { SampleTable } from '@/components/statements/sample-table';
import { SureRows } from '@/components/statements/sure-rows';
import { DialogButton } from '@/components/ui/dialog-button';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { bankRowStateLabels } from '@/lib/copy/statements';
import { formatMoment } from '@/lib/days';
import { BankRowState } from '@/lib/generated/prisma/enums';
import { listQuery, pageOf } from '@/lib/list-query';
import { requireAccount } from '@/lib/session';
import { getRow, listRows, ROWS_PAGE } from '@/lib/statements/list-rows';
import { findCandidates, getColumns, getStatement, type StatementDetail } from '@/lib/statements/queries';
import { orNotFound } from '../../../or-not-found';
import {
  confirmMappingAction,
  discardStatementAction,
  ignoreRowAction,
  ignoreRowsAction,
  noteRowAction,
  reopenRowAction,
  settleRowAction,
  settleSureRowsAction,
} from '../actions';

export const metadata: Metadata = { title: '银行流水' };

const actions = { settle: settleRowAction, note: noteRowAction, ignore: ignoreRowAction, reopen: reopenRowAction };
const states = Object.values(BankRowState);

export default async function StatementPage({ params, searchParams }: PageProps<'/admin/statements/[id]'>) {
  const actor = await requireAccount();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const statement = await orNotFound(getStatement(actor, id.data));
  const path = `/admin/statements/${statement.id}`;
  const query = listQuery(await searchParams, ['state', 'row']);
  const state = states.find((each) => each === query.state) ?? 'open';
  const page = pageOf(query.page);
  const columns = statement.isRead ? null : await orNotFound(getColumns(statement));
  const chosen = statement.mayWork && query.row ? await getRow(actor, { statementId: statement.id, rowId: query.row }) : null;
  // Beside a row the search is for its company, also once the row is settled.
  const search = query.row ? '' : (query.search ?? '').trim();
  const { rows, total, sure, strange } = await listRows(actor, { statementId: statement.id, state, search, page });
  return (
    <>
      <DuesNav current="/admin/statements" />
      <PageTitle
        hint={`${statement.uploader} ${formatMoment(statement.createdAt)} 上传`}
        actions={
          statement.mayWork &&
          !Object.keys(statement.counts).length && (
            <DialogButton label="删除这份对账单" look="secondary">
              <ActionForm action={discardStatementAction} hidden={{ statementId: statement.id }} className="flex flex-col gap-4">
                <p>这份对账单没有读入任何流水。传错了文件，或流水在以前的对账单里都有，可以删除。</p>
                <SubmitButton look="danger">删除</SubmitButton>
              </ActionForm>
            </DialogButton>
          )
        }
      >
        <span className="break-all">{statement.name}</span>
      </PageTitle>
      <div className="flex flex-col gap-5">
        {columns && (
          <Panel title="第一次见到这种格式，请确认哪一列是什么">
            <SampleTable {...columns} />
            {statement.mayWork && (
              <MappingForm
                action={confirmMappingAction}
                hidden={{ statementId: statement.id }}
                columns={columns}
                button="按这样读取，并记住"
              />
            )}
          </Panel>
        )}
        {statement.isRead && <Findings {...statement} />}
        {chosen && (
          <ChooseTarget
            path={path}
            query={query}
            row={chosen}
            candidates={await findCandidates(actor, query.search ?? '')}
            action={settleRowAction}
          />
        )}
        {statement.isRead && (
          <Panel flush>
            <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line-2 px-2 py-1.5 md:px-4">
              <FilterTabs
                path={path}
                query={{ state: query.state ?? '', search }}
                name="state"
                label="按状态"
                tabs={states.map((value) => ({
                  value: value === 'open' ? '' : value,
                  label: bankRowStateLabels[value].text,
                  count: statement.counts[value] ?? 0,
                }))}
              />
              {!chosen && <SearchBox path={path} query={{ state: query.state ?? '', search }} placeholder="付款户名、附言、流水号或金额" />}
            </div>
            {state === 'open' && statement.mayWork && !search && <SureRows action={settleSureRowsAction} sure={sure} />}
            {state === 'open' && search && statement.mayWork && <IgnoreStrange action={ignoreRowsAction} rowIds={strange} />}
            <RowTable
              rows={rows}
              path={path}
              actions={actions}
              mayWork={statement.mayWork}
              empty={search ? `没有找到“${search}”。` : emptyTexts[state]}
            />
            <Pagination path={path} query={query} page={page} size={ROWS_PAGE} total={total} />
          </Panel>
        )}
      </div>
    </>
  );
}

const emptyTexts: Record<BankRowState, string> = {
  open: '这份对账单没有要处理的流水了。',
  settled: '还没有匹配的流水。',
  ignored: '没有忽略的流水。',
};

function Findings({ known, outgoing, faults }: StatementDetail) {
  if (!known && !outgoing && !faults.length) return null;
  return (
    <Note tone={faults.length ? 'warn' : 'info'} title={faults.length ? `有 ${faults.length} 行读不出来，没有导入` : undefined}>
      {faults.length > 0 && (
        <ul className="mt-1 list-disc pl-6">
          {faults.slice(0, 20).map(({ row, text }) => (
            <li key={row}>
              第 {row} 行：{text}
            </li>
          ))}
        </ul>
      )}
      {known > 0 && <p>{known} 笔以前的对账单里已经有，没有重复导入。</p>}
      {outgoing > 0 && <p>{outgoing} 笔支出没有导入。</p>}
    </Note>
  );
}
