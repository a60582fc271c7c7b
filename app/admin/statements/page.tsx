import type { Metadata } from 'next';
import { DuesNav } from '@/components/dues/dues-nav';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { UploadRefusal } from '@/components/uploads/upload-refusal';
import { WorkbookUpload } from '@/components/uploads/workbook-upload';
import { isAllowed } from '@/lib/access/authorize';
import { statementUploadTexts } from '@/lib/copy/statements';
import { formatMoment } from '@/lib/days';
import { requireAccount } from '@/lib/session';
import { type LayoutLine, listLayouts } from '@/lib/statements/layouts';
import { listStatements, type StatementLine } from '@/lib/statements/queries';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: '银行流水' };

const PATH = '/admin/statements';

const files = [{ name: 'statement', label: '银行对账单', hint: '.xlsx 或 .csv，不超过 10 MB', accept: '.xlsx,.csv,.txt', required: true }];

const columns: readonly Column<StatementLine>[] = [
  {
    key: 'name',
    heading: '对账单',
    cell: ({ id, name }) => (
      <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold break-all">
        {name}
      </Link>
    ),
  },
  {
    key: 'open',
    heading: '未匹配',
    numeric: true,
    cell: ({ isRead, counts }) =>
      isRead ? counts.open ? <span className="text-warn">{counts.open}</span> : '0' : <Tag tone="warn">待确认列</Tag>,
  },
  { key: 'settled', heading: '已匹配', numeric: true, cell: ({ counts }) => counts.settled ?? 0 },
  { key: 'ignored', heading: '已忽略', numeric: true, cell: ({ counts }) => counts.ignored ?? 0 },
  { key: 'uploader', heading: '上传人', cell: ({ uploader }) => uploader },
  { key: 'createdAt', heading: '上传时间', numeric: true, cell: ({ createdAt }) => formatMoment(createdAt) },
];

const savedTexts: Record<string, string> = {
  layout: '已保存。以后上传的这种对账单按新的列读取；已经读取的流水不变。',
  forgotten: '已忘记。下次上传这种对账单时，会再请您确认哪一列是什么。',
};

const layoutColumns: readonly Column<LayoutLine>[] = [
  {
    key: 'name',
    heading: '最近一份',
    cell: ({ layout, name }) => (
      <Link href={`${PATH}/layouts/${layout}`} className="inline-flex min-h-11 items-center font-semibold break-all">
        {name}
      </Link>
    ),
  },
  { key: 'count', heading: '用过几份', numeric: true, cell: ({ count }) => count },
  { key: 'lastAt', heading: '最近上传', numeric: true, cell: ({ lastAt }) => formatMoment(lastAt) },
];

export default async function StatementsPage({ searchParams }: PageProps<'/admin/statements'>) {
  const actor = await requireAccount();
  const [statements, layouts, { refused, saved }] = [await orNotFound(listStatements(actor)), await listLayouts(actor), await searchParams];
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle hint="上传银行导出的明细，系统逐笔找出是哪家单位的会费；重复上传不会重复登记。">银行流水</PageTitle>
      <div className="flex flex-col gap-5">
        <UploadRefusal refused={refused} texts={statementUploadTexts} />
        {typeof saved === 'string' && savedTexts[saved] && (
          <div role="status">
            <Note tone="ok" title={savedTexts[saved]} />
          </div>
        )}
        {isAllowed(actor, 'statement.work', null) && (
          <Panel title="上传对账单">
            <WorkbookUpload
              action="/api/uploads/statement"
              files={files}
              button="上传对账单"
              waiting="正在上传、读取，并逐笔查找是哪家单位的会费。一千笔大约几秒，请不要关闭这一页…"
            />
          </Panel>
        )}
        <Panel title="已上传的对账单" flush>
          <Table columns={columns} rows={statements} rowKey={({ id }) => id} caption="对账单" empty="还没有上传过对账单。" cards />
        </Panel>
        <Panel title="记住的格式" hint="这些格式的对账单上传后直接读取" flush>
          <Table
            columns={layoutColumns}
            rows={layouts}
            rowKey={({ layout }) => layout}
            caption="记住的格式"
            empty="还没有。第一次上传一种格式时确认哪一列是什么，以后就记住了。"
            cards
          />
        </Panel>
      </div>
    </>
  );
}
