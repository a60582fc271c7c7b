import type { Metadata } from 'next';
import { StepBar } from '@/components/applications/step-bar';
import { FilingSummary } from '@/components/dues/filing-summary';
import { PaymentAccount } from '@/components/dues/payment-account';
import { ReceiptNotes } from '@/components/dues/receipt-notes';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { DocumentUpload } from '@/components/uploads/document-upload';
import { storedValues } from '@/lib/actions/form-values';
import { pickAnswers } from '@/lib/applications/answer-fields';
import { levelLabels } from '@/lib/copy/dues';
import { formatClock } from '@/lib/days';
import { listFilingsOfApplication } from '@/lib/dues/queries';
import { getStandard } from '@/lib/dues/standard';
import { transferMemo } from '@/lib/dues/transfer-memo';
import { formatFen } from '@/lib/money';
import { requireMember } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { readRefusals } from '@/lib/uploads/plain-refusals';
import { moveFileAction, removeFileAction } from '../documents/actions';
import { ContinueElsewhere } from '../elsewhere/continue-elsewhere';
import { applyPath, applyQuery, loadDraftForStep } from '../load-draft';
import { DuesForm } from './dues-form';

export const metadata: Metadata = { title: '交纳会费' };

export default async function DuesPage({ searchParams }: PageProps<'/apply/dues'>) {
  const draft = await loadDraftForStep(searchParams, 'dues');
  const { amountFen } = await getStandard('ordinaryMember', draft.year);
  const company = storedValues(draft.company);
  const stored = pickAnswers('dues', storedValues(draft.dues));
  const [filing] = await listFilingsOfApplication(await requireMember(), draft.id);
  const closed = filing && filing.state !== 'returned';
  return (
    <>
      <PageTitle hint={`${levelLabels.ordinaryMember}，${draft.year} 年度，${formatFen(amountFen)}`}>交纳本年度会费</PageTitle>
      <StepBar journey={draft.journey} current="dues" query={applyQuery(draft)} />
      <div className="flex flex-col gap-5">
        {filing?.state === 'returned' && (
          <Note tone="warn" title="汇款信息被退回，请修改后重新提交">
            {filing.reason}
          </Note>
        )}
        {!draft.collectBeforeApproval && <Note title="现在不需要交费">审核通过后再交纳本年度会费，届时会发短信通知。</Note>}
        {closed && (
          <Panel title="汇款信息" hint="已提交，退回前不能修改">
            <FilingSummary filing={filing} />
          </Panel>
        )}
        {draft.collectBeforeApproval && !closed && (
          <>
            <Panel title="一、汇款到协会账户" hint="汇款附言请照抄，方便核对">
              <PaymentAccount
                account={await findSetting('paymentAccount')}
                amount={formatFen(amountFen)}
                memo={transferMemo([draft.year], String(company.uscc ?? ''))}
              />
            </Panel>
            <Panel title="二、上传汇款凭证" hint="银行回单或转账截图；填写了银行流水号的，可以不传" id="transferVoucher">
              <DocumentUpload
                owner={{ applicationId: draft.id }}
                kind="transferVoucher"
                label="汇款凭证"
                files={draft.files.filter(({ kind }) => kind === 'transferVoucher')}
                remove={removeFileAction}
                move={moveFileAction}
                refused={readRefusals((await searchParams).refused, 'transferVoucher')}
              />
            </Panel>
            <ReceiptNotes />
            <DuesForm
              applicationId={draft.id}
              values={{ ...prefilled(company, amountFen), ...stored }}
              stored={stored}
              version={draft.saved.dues.version}
              savedAt={draft.saved.dues.at && formatClock(draft.saved.dues.at)}
              today={draft.today}
              amountFen={amountFen}
              previous={applyPath('/apply/documents', draft)}
            />
          </>
        )}
        {(closed || !draft.collectBeforeApproval) && (
          <div>
            <ButtonLink href={applyPath('/apply/review', draft)}>继续</ButtonLink>
          </div>
        )}
      </div>
      <ContinueElsewhere draft={draft} step="dues" />
    </>
  );
}

function prefilled(company: ReturnType<typeof storedValues>, amountFen: number) {
  const liaisons = Array.isArray(company.liaisons) ? company.liaisons : [];
  const first = liaisons.find((row) => typeof row === 'object' && row.order === 'first');
  const of = (name: string) => (first && typeof first === 'object' ? first[name] : undefined);
  return {
    titleName: company.name,
    titleUscc: company.uscc,
    payer: company.name,
    person: of('name'),
    mobile: of('mobile'),
    email: of('email'),
    amount: String(amountFen / 100),
  };
}
