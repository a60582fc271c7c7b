import type { Metadata } from 'next';
import { DuesNav } from '@/components/dues/dues-nav';
import { DownloadLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { UploadRefusal } from '@/components/uploads/upload-refusal';
import { WorkbookUpload } from '@/components/uploads/workbook-upload';
import { isAllowed } from '@/lib/access/authorize';
import { receiptImportLabels, receiptUploadTexts } from '@/lib/copy/receipts';
import { formatMoment } from '@/lib/days';
import { listReceiptImports, type ReceiptImportLine } from '@/lib/receipts/import-queries';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';

export const metadata: Metadata = { title: '批量登记票据' };

const PATH = '/admin/receipts/import';

const files = [
  { name: 'workbook', label: '已开票据的工作簿', hint: '.xlsx，不超过 10 MB', accept: '.xlsx', required: true },
  { name: 'pdfs', label: '票据 PDF', hint: '全部压缩成一个 zip，不超过 200 MB；文件名里要有票据号码', accept: '.zip', required: true },
];

const columns: readonly Column<ReceiptImportLine>[] = [
  {
    key: 'name',
    heading: '工作簿',
    cell: ({ id, workbookName }) => (
      <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold break-all">
        {workbookName}
      </Link>
    ),
  },
  {
    key: 'state',
    heading: '状态',
    cell: ({ state }) => <Tag tone={receiptImportLabels[state].tone}>{receiptImportLabels[state].text}</Tag>,
  },
  { key: 'uploader', heading: '上传人', cell: ({ uploader }) => uploader },
  { key: 'createdAt', heading: '上传时间', numeric: true, cell: ({ createdAt }) => formatMoment(createdAt) },
];

export default async function ReceiptImportsPage({ searchParams }: PageProps<'/admin/receipts/import'>) {
  const actor = await requireAccount();
  const [imports, { refused }] = [await orNotFound(listReceiptImports(actor)), await searchParams];
  return (
    <>
      <DuesNav current="/admin/receipts" />
      <PageTitle hint="在平台上批量开好之后，把票据清单和 PDF 一起传上来。先看清再登记，要么全部登记，要么一张也不登记。">
        批量登记票据
      </PageTitle>
      <div className="flex flex-col gap-5">
        <UploadRefusal refused={refused} texts={receiptUploadTexts} />
        {isAllowed(actor, 'receipt.record', null) && (
          <Panel title="上传已开的票据">
            <p className="mb-5 flex flex-wrap items-center gap-3 text-[15px] text-ink-2">
              <DownloadLink size="small" href="/api/receipts/export?for=import">
                下载登记模板（Excel）
              </DownloadLink>
              模板里已有全部待开票的会费，补上票据代码、号码、校验码和开票日期即可；没有开的行留空。平台导出的已开清单有这些列的，可以直接上传。
            </p>
            <WorkbookUpload action="/api/uploads/receipts" files={files} button="上传并检查">
              <p className="text-[15px] text-ink-2">上传后只是检查，不会登记，也不会通知任何人。</p>
            </WorkbookUpload>
          </Panel>
        )}
        <Panel title="上传过的工作簿" flush>
          <Table columns={columns} rows={imports} rowKey={({ id }) => id} caption="上传过的工作簿" empty="还没有批量登记过。" cards />
        </Panel>
      </div>
    </>
  );
}
