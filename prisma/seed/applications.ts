import type { AccountActor } from '../../lib/access/actor';
import { storedValues } from '../../lib/actions/form-values';
import { agreeCharter } from '../../lib/applications/agree-charter';
import { approveApplication } from '../../lib/applications/approve-application';
import { rejectApplication } from '../../lib/applications/reject-application';
import { returnApplication } from '../../lib/applications/return-application';
import { saveStep } from '../../lib/applications/save-step';
import type { CompanyAnswers } from '../../lib/applications/schema';
import { startApplication } from '../../lib/applications/start-application';
import { documentKinds } from '../../lib/applications/steps';
import { submitApplication } from '../../lib/applications/submit-application';
import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { today } from '../../lib/clock';
import { fileKindLabels } from '../../lib/copy/applications';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import type { FilingAnswers } from '../../lib/dues/schema';
import type { ApplicationState, FileKind } from '../../lib/generated/prisma/enums';
import { transaction } from '../../lib/transaction';
import { storeUpload } from '../../lib/uploads/store-upload';
import { samplePdf, sampleScan } from './sample-files';

export type Stage = 'registered' | 'company' | 'documents' | 'dues' | Exclude<ApplicationState, 'draft'>;

type Build = {
  applicant: AccountActor;
  answers: CompanyAnswers;
  stage: Stage;
  reviewer?: AccountActor;
  finance?: AccountActor;
  /** The stamped scans; made when left out, which takes a moment each. The voucher of the transfer is not needed. */
  scans?: Partial<Record<FileKind, Buffer>>;
};

const ORDER: readonly Stage[] = ['registered', 'company', 'documents', 'dues', 'submitted'];

/** An application brought to a stage by the same commands that people use. */
export async function buildApplication({
  applicant,
  answers,
  stage,
  reviewer,
  finance,
  scans = {},
}: Build): Promise<{ applicationId: string }> {
  const first = answers.liaisons[0];
  const { id: applicationId } = await transaction((tx) =>
    startApplication(tx, {
      registrantId: applicant.id,
      name: answers.name,
      uscc: answers.uscc,
      usccConfirmed: answers.usccConfirmed,
      liaison: { name: first?.name ?? applicant.name, mobile: applicant.phone },
    }),
  );
  const reached = ORDER.indexOf(stage) < 0 ? ORDER.length : ORDER.indexOf(stage);
  if (reached >= 1) {
    await agreeCharter(applicant, applicationId);
    await saveStep(applicant, { applicationId, step: 'company', values: formOf(answers) });
  }
  if (reached >= 2)
    for (const kind of documentKinds) await attach(applicant, applicationId, kind, scans[kind] ?? (await scanFor(kind, answers)));
  if (reached >= 3 && scans.transferVoucher) await attach(applicant, applicationId, 'transferVoucher', scans.transferVoucher);
  if (reached >= 3) await saveStep(applicant, { applicationId, step: 'dues', values: await sampleFiling(answers) });
  if (reached >= 4) await submitApplication(applicant, { applicationId, key: 'seed' });
  await decide({ applicant, answers, stage, reviewer, finance }, applicationId);
  return { applicationId };
}

/** Uploads one file in the three moves, without a browser. */
export async function attach(actor: AccountActor, applicationId: string, kind: FileKind, bytes: Buffer): Promise<string> {
  const type = bytes.subarray(0, 4).toString('latin1') === '%PDF' ? ('application/pdf' as const) : ('image/jpeg' as const);
  const name = `${fileKindLabels[kind]}${type === 'application/pdf' ? '.pdf' : '.jpg'}`;
  const { id } = await storeUpload(actor, { applicationId, kind, name, type }, bytes);
  return id;
}

/** Complete answers of 填写汇款信息 for a company: paid today, with a serial number. */
export async function sampleFiling({ name, uscc, liaisons }: CompanyAnswers): Promise<FilingAnswers> {
  const { name: person = '张建国', mobile = '13800000001', email = 'zhangjg@qq.com' } = liaisons[0] ?? {};
  return {
    titleName: name,
    titleUscc: uscc,
    person,
    mobile,
    email,
    payer: name,
    payerBank: '',
    payerAccount: '',
    paidOn: await today(),
    amount: '3000',
    serial: `SN${uscc.slice(-8)}`,
    note: '',
  };
}

async function decide({ applicant, stage, reviewer, finance }: Build, applicationId: string): Promise<void> {
  if (stage === 'withdrawn') return withdrawApplication(applicant, applicationId);
  if (!reviewer) return;
  if (stage === 'returned') {
    const marks = [
      { target: 'company.legalRepresentative', comment: '与营业执照不一致，请按营业执照填写。' },
      { target: 'documents.creditPledge', comment: '没有盖章，请盖章后重新扫描。' },
    ];
    await returnApplication(reviewer, { applicationId, reason: '请按标记的意见修改后重新提交。', marks });
  }
  if (stage === 'rejected') await rejectApplication(reviewer, { applicationId, reason: '不属于工程建设行业，暂不符合入会条件。' });
  if (stage === 'approved') {
    const filing = await db().filing.findFirst({ where: { applicationId } });
    if (finance && filing) await confirmFiling(finance, filing.id);
    await approveApplication(reviewer, { applicationId, overrideReason: finance ? '' : '会长办公会同意先行入会' });
  }
}

async function scanFor(kind: (typeof documentKinds)[number], answers: CompanyAnswers): Promise<Buffer> {
  const lines = [`单位名称　${answers.name}`, `统一社会信用代码　${answers.uscc}`, `法定代表人　${answers.legalRepresentative}`];
  const page = await sampleScan(fileKindLabels[kind], lines);
  return kind === 'applicationForm' ? samplePdf([page, await sampleScan('企业基本情况', [answers.profile])]) : page;
}

// As a browser would send it: an unticked box is not there.
function formOf({ usccConfirmed, ...answers }: CompanyAnswers) {
  return storedValues({ ...answers, ...(usccConfirmed && { usccConfirmed: 'true' }) });
}
