import type { Metadata } from 'next';
import { ImportSteps } from '@/components/imports/import-steps';
import { DownloadLink } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { UploadRefusal } from '@/components/uploads/upload-refusal';
import { WorkbookUpload } from '@/components/uploads/workbook-upload';
import { isAllowed } from '@/lib/access/authorize';
import { importStateLabels, importUploadTexts } from '@/lib/copy/imports';
import { formatMoment } from '@/lib/days';
import { type ImportLine, isOpen, listImports } from '@/lib/imports/queries';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: '导入旧系统数据' };

const files = [
  { name: 'workbook', label: '填好的工作簿', hint: '.xlsx，不超过 10 MB', accept: '.xlsx', required: true },
  { name: 'scans', label: '扫描件', hint: '选填，zip，不超过 200 MB', accept: '.zip' },
];

const columns: readonly Column<ImportLine>[] = [
  {
    key: 'workbook',
    heading: '工作簿',
    cell: ({ id, workbookName }) => (
      <Link href={`/admin/import/${id}`} className="inline-flex min-h-11 items-center font-semibold break-all">
        {workbookName}
      </Link>
    ),
  },
  { key: 'state', heading: '状态', cell: ({ state }) => <Tag tone={importStateLabels[state].tone}>{importStateLabels[state].text}</Tag> },
  { key: 'companies', heading: '导入企业', numeric: true, cell: ({ companies }) => (companies === null ? '—' : `${companies} 家`) },
  { key: 'uploader', heading: '上传人', cell: ({ uploader }) => uploader },
  { key: 'createdAt', heading: '上传时间', numeric: true, cell: ({ createdAt }) => formatMoment(createdAt) },
];

export default async function ImportsPage({ searchParams }: PageProps<'/admin/import'>) {
  const actor = await requireAccount();
  const [imports, { refused }] = [await orNotFound(listImports(actor)), await searchParams];
  const open = imports.find(({ state }) => isOpen(state));
  return (
    <>
      <PageTitle hint="把旧系统的会员、联络员、级别、会费和票据一次搬进来。可以分几次做，每次都先看清再导入。">导入旧系统数据</PageTitle>
      <div className="flex flex-col gap-5">
        <ImportSteps current={open ? (open.state === 'committing' ? 3 : open.state === 'ready' ? 2 : 1) : 0} />
        <UploadRefusal refused={refused} texts={importUploadTexts} />
        {open && (
          <Note tone="warn" title={`“${open.workbookName}”${importStateLabels[open.state].text}`}>
            <p className="mt-1 mb-3">一次只能导入一份。完成或放弃这一份之后，再上传下一份。</p>
            <ButtonLink href={`/admin/import/${open.id}`}>继续这一份</ButtonLink>
          </Note>
        )}
        <Panel title="1 下载模板，填好数据">
          <p className="mb-4 max-w-[40em]">
            模板有六张表：企业、联络员、级别、理事、曾用名、会费与票据，每一行都用信用代码对应企业；带 *
            的必填，怎样填见“填写说明”。列已设为文本格式，有选项的列可以下拉选择；从旧系统粘贴时请选“只粘贴文本”。
          </p>
          <DownloadLink href="/api/imports/template" download>
            下载导入模板（Excel）
          </DownloadLink>
        </Panel>
        {!open && isAllowed(actor, 'import.run', null) && (
          <Panel title="2 上传，系统逐格检查">
            <WorkbookUpload action="/api/uploads/import" files={files} button="上传并检查">
              <p className="-mt-3 text-sm text-ink-3">
                扫描件按信用代码命名，例如
                91110000600001760P.pdf（营业执照）、91110000600001760P-申请表.pdf、91110000600001760P-承诺书.pdf。
              </p>
              <p className="text-[15px] text-ink-2">上传后只是检查，不会导入任何内容，也不会给任何人发短信。</p>
            </WorkbookUpload>
          </Panel>
        )}
        <Panel title="导入记录" flush>
          <Table columns={columns} rows={imports} rowKey={({ id }) => id} caption="导入记录" empty="还没有导入过。" cards />
        </Panel>
      </div>
    </>
  );
}
