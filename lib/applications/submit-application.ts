import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now, today } from '../clock';
import { nameBigrams } from '../companies/name-index';
import type { Tx } from '../db';
import { fileDues } from '../dues/file-dues';
import { refileDues } from '../dues/refile-dues';
import { filingSchemaFor } from '../dues/schema';
import { DomainError } from '../errors';
import { once } from '../once';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { applicationMachine } from './application-machine';
import { checkChoices } from './check-choices';
import { formNumberOf } from './form-number';
import { answersOf, duesYearOf, journeyFor, type LoadedApplication, loadApplication, lockApplication } from './load-application';
import { type CompanyAnswers, companySchema } from './schema';
import { EDITABLE } from './states';
import { documentKinds } from './steps';

/**
 * 提交申请: freezes the answers and files as a snapshot, files the dues, and hands the application to the reviewers.
 * @throws DomainError `incomplete` when a step is not done, `alreadyDecided` when it is not the applicant's to submit now
 */
export async function submitApplication(
  actor: AccountActor,
  { applicationId, key }: { applicationId: string; key: string },
): Promise<void> {
  await transaction((tx) =>
    once(tx, actor, 'application.submit', `${applicationId}:${key}`, async () => {
      await lockApplication(tx, applicationId);
      const application = await loadApplication(tx, applicationId);
      authorize(actor, 'application.submit', application);
      if (!EDITABLE.includes(application.state)) throw new DomainError('alreadyDecided');
      const day = await today(tx);
      const company = await completeAnswers(application, day);
      const snapshotId = await freeze(tx, application, company);
      await fileApplicationDues(tx, actor, application, day);
      const submittedAt = await now(tx);
      const data = { currentSnapshotId: snapshotId, submittedAt };
      await transition(tx, actor, applicationMachine(snapshotId), { id: applicationId, from: application.state, event: 'submit', data });
      return snapshotId;
    }),
  );
}

async function completeAnswers(application: LoadedApplication, day: string): Promise<CompanyAnswers> {
  const open = journeyFor(application, day).find(({ id, done }) => id !== 'review' && !done);
  if (open) throw new DomainError('incomplete');
  const company = companySchema.parse(answersOf(application, 'company')?.data);
  if (Object.keys(await checkChoices(company)).length) throw new DomainError('incomplete');
  return company;
}

async function freeze(tx: Tx, application: LoadedApplication, company: CompanyAnswers): Promise<string> {
  const files = application.files.filter(({ kind }) => documentKinds.some((needed) => needed === kind));
  await tx.file.updateMany({ where: { id: { in: files.map(({ id }) => id) } }, data: { state: 'attached' } });
  const snapshot = await tx.applicationSnapshot.create({
    data: {
      applicationId: application.id,
      round: (application.currentSnapshot?.round ?? 0) + 1,
      answers: { company },
      files: files.map(({ id, kind, sha256 }) => ({ id, kind, sha256 })),
      formNumber: formNumberOf('applicationForm', company),
      companyName: company.name,
      nameBigrams: nameBigrams(company.name),
      uscc: company.uscc,
      mobile: company.liaisons.find(({ order }) => order === 'first')?.mobile ?? '',
      provinceCode: company.provinceCode,
    },
  });
  return snapshot.id;
}

async function fileApplicationDues(tx: Tx, actor: AccountActor, application: LoadedApplication, day: string): Promise<void> {
  const filing = application.filings[0];
  if (!application.collectBeforeApproval || (filing && filing.state !== 'returned')) return;
  const answers = filingSchemaFor(day).parse(answersOf(application, 'dues')?.data);
  if (filing) await refileDues(tx, actor, filing.id, answers);
  else await fileDues(tx, actor, { applicationId: application.id, year: duesYearOf(application, day), level: 'ordinaryMember', answers });
}
