import type { Metadata } from 'next';
import { FormDownloads } from '@/components/applications/form-downloads';
import { MarkNote } from '@/components/applications/mark-note';
import { ReturnedNote } from '@/components/applications/returned-note';
import { StampNote } from '@/components/applications/stamp-note';
import { StepBar } from '@/components/applications/step-bar';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { DocumentUpload } from '@/components/uploads/document-upload';
import { documentKinds } from '@/lib/applications/steps';
import { documentHints, fileKindLabels } from '@/lib/copy/applications';
import { findObstacle } from '@/lib/templates/prefill';
import { MAX_BYTES, MAX_PAGES } from '@/lib/uploads/limits';
import { readRefusals } from '@/lib/uploads/plain-refusals';
import { ContinueElsewhere } from '../elsewhere/continue-elsewhere';
import { applyPath, applyQuery, loadDraftForStep } from '../load-draft';
import { moveFileAction, removeFileAction } from './actions';

export const metadata: Metadata = { title: '上传申请材料' };

export default async function DocumentsPage({ searchParams }: PageProps<'/apply/documents'>) {
  const draft = await loadDraftForStep(searchParams, 'documents');
  const { refused } = await searchParams;
  const done = draft.journey.some(({ id, done: complete }) => id === 'documents' && complete);
  return (
    <>
      <PageTitle hint="下载表格，打印、盖章，再扫描或拍照上传。">上传申请材料</PageTitle>
      <StepBar journey={draft.journey} current="documents" query={applyQuery(draft)} />
      <ReturnedNote returned={draft.returned} step="documents" />
      <div className="flex flex-col gap-5">
        <Panel title="要盖章的表" hint="填好的或空白的，用一种即可">
          <FormDownloads draft={draft} obstacle={await findObstacle(draft.company)} />
        </Panel>
        <Note title="怎样上传">
          每份材料可以是一个 PDF，也可以是按顺序的多张图片（JPG、PNG、WEBP）。单个文件不超过 {MAX_BYTES / 1024 / 1024} MB，每份不超过{' '}
          {MAX_PAGES} 页。手机可以直接拍照上传，照片会自动缩小。
        </Note>
        {documentKinds.map((kind) => (
          <Panel key={kind} id={kind} title={fileKindLabels[kind]} hint={documentHints[kind]}>
            <MarkNote returned={draft.returned} target={`documents.${kind}`} />
            <StampNote stamps={draft.stamps} kind={kind} />
            <DocumentUpload
              owner={{ applicationId: draft.id }}
              kind={kind}
              label={fileKindLabels[kind]}
              files={draft.files.filter((file) => file.kind === kind)}
              remove={removeFileAction}
              move={moveFileAction}
              refused={readRefusals(refused, kind)}
            />
          </Panel>
        ))}
        <div className="flex flex-wrap items-center gap-3">
          {done ? (
            <ButtonLink href={applyPath('/apply', draft)} className="max-md:flex-1">
              保存并继续
            </ButtonLink>
          ) : (
            <p className="text-ink-2">三份材料都上传后，就可以继续下一步。已上传的文件会保留。</p>
          )}
          <ButtonLink href={applyPath('/apply/company', draft)} look="quiet">
            上一步
          </ButtonLink>
        </div>
      </div>
      <ContinueElsewhere draft={draft} step="documents" />
    </>
  );
}
