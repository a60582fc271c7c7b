import type { Metadata } from 'next';
import { companyFacts } from '@/components/applications/company-facts';
import { ReturnedNote } from '@/components/applications/returned-note';
import { StepBar } from '@/components/applications/step-bar';
import { FilingAnswersFacts } from '@/components/dues/filing-answers';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { PreviewDialog } from '@/components/uploads/preview-dialog';
import { storedValues } from '@/lib/actions/form-values';
import { companyWords } from '@/lib/applications/company-words';
import { stampedKinds } from '@/lib/applications/printed';
import { companySchema } from '@/lib/applications/schema';
import { documentKinds } from '@/lib/applications/steps';
import { fileKindLabels } from '@/lib/copy/applications';
import type { FileKind } from '@/lib/generated/prisma/enums';
import type { FileView } from '@/lib/uploads/views';
import { ContinueElsewhere } from '../elsewhere/continue-elsewhere';
import { applyPath, applyQuery, loadDraftForStep } from '../load-draft';
import { submitApplicationAction } from './actions';

export const metadata: Metadata = { title: '核对并提交' };

export default async function ReviewPage({ searchParams }: PageProps<'/apply/review'>) {
  const draft = await loadDraftForStep(searchParams, 'review');
  const company = companySchema.parse(draft.company);
  const dues = storedValues(draft.dues);
  const hasVoucher = draft.files.some(({ kind }) => kind === 'transferVoucher');
  const unchanged = draft.returned?.marks.filter(({ changed }) => !changed).length ?? 0;
  const outdated = stampedKinds.filter((kind) => draft.stamps[kind].outdated);
  const change = (path: string) => <Link href={applyPath(path, draft)}>修改</Link>;
  return (
    <>
      <PageTitle hint="提交后由协会审核，审核期间不能修改；发现填错，请联系协会退回修改。">核对并提交</PageTitle>
      <StepBar journey={draft.journey} current="review" query={applyQuery(draft)} />
      <ReturnedNote returned={draft.returned} query={applyQuery(draft)} />
      <div className="flex flex-col gap-5">
        <Panel title="企业信息、联络员和资质" hint={change('/apply/company')}>
          <Facts rows={companyFacts(company, await companyWords(company))} />
        </Panel>
        <Panel title="申请材料" hint={change('/apply/documents')}>
          <ul className="grid gap-4 sm:grid-cols-3">
            {documentKinds.map((kind) => (
              <li key={kind}>
                <p className="mb-1.5 text-[15px] font-semibold">
                  {fileKindLabels[kind]} {outdated.some((one) => one === kind) && <Tag tone="warn">需要重新盖章</Tag>}
                </p>
                <Scans files={draft.files} kind={kind} />
              </li>
            ))}
          </ul>
        </Panel>
        <Panel
          title={`${draft.year} 年度会费`}
          hint={
            draft.filing?.state !== 'pending' && draft.filing?.state !== 'confirmed' && draft.collectBeforeApproval
              ? change('/apply/dues')
              : undefined
          }
        >
          {draft.collectBeforeApproval ? (
            <FilingAnswersFacts answers={dues} vouchers={hasVoucher && <Scans files={draft.files} kind="transferVoucher" />} />
          ) : (
            <p>审核通过后再交纳。</p>
          )}
        </Panel>
        {outdated.length > 0 && (
          <Note tone="warn" title={`${outdated.map((kind) => fileKindLabels[kind]).join('、')}需要重新盖章`}>
            上传扫描件以后，表上印的内容改过，扫描件与现在的内容对不上。请先到
            <Link href={applyPath('/apply/documents', draft)}>申请材料</Link>
            下载填好的新表，盖章后替换；确认扫描件与现在填写的内容一致的，可以直接提交。
          </Note>
        )}
        {unchanged > 0 && (
          <Note tone="warn" title={`还有 ${unchanged} 处审核意见没有修改`}>
            请对照上面的意见再看一遍；确认不需要修改，可以直接重新提交。
          </Note>
        )}
        <Note>提交即表示所填内容和上传的材料真实、准确。审核结果会用短信通知。</Note>
        <ActionForm action={submitApplicationAction} hidden={{ applicationId: draft.id, key: crypto.randomUUID() }}>
          <SubmitButton className="max-md:w-full">{draft.state === 'returned' ? '重新提交申请' : '提交申请'}</SubmitButton>
        </ActionForm>
      </div>
      <ContinueElsewhere draft={draft} step="review" />
    </>
  );
}

/** The files of one kind, each a button that shows its pages. */
function Scans({ files, kind }: { files: readonly FileView[]; kind: FileKind }) {
  return files
    .filter((file) => file.kind === kind)
    .map((file) => (
      <PreviewDialog
        key={file.id}
        file={file}
        trigger={
          <span className="block truncate px-1 py-2 text-left text-sm text-brand underline">
            {file.name}（{file.pages.length} 页）
          </span>
        }
      />
    ));
}
