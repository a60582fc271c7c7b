import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { issueCertificate } from '../certificates/issue-certificate';
import { now, today } from '../clock';
import { createCompany } from '../companies/create-company';
import type { Tx } from '../db';
import { lockFilings } from '../dues/lock-charges';
import { moveChargesToCompany } from '../dues/move-charges';
import { isUnpaid } from '../dues/paid';
import { raiseFirstDues } from '../dues/raise-first-dues';
import { DomainError } from '../errors';
import { createMember } from '../members/create-member';
import { queueMessage } from '../messages/queue-message';
import { getSetting } from '../settings/get-setting';
import { isUniqueViolation, transaction } from '../transaction';
import { transition } from '../transition';
import { applicationMachine } from './application-machine';
import { type LoadedApplication, loadApplication, lockApplication } from './load-application';
import { type CompanyAnswers, companySchema } from './schema';
import { DECIDABLE } from './states';

type Approval = { applicationId: string; overrideReason: string; meetingId?: string };

/**
 * 审核通过, in one stage or, with the setting 分两步审核, of what has passed the first. One transaction makes the company, the member with its number, the liaisons and the certificate, moves the
 * charge over, and leaves the SMS to 第一联络员 in the outbox.
 * @throws DomainError `duesUnconfirmed` when dues are collected first, have not arrived in full and no reason overrides it;
 * `alreadyMember` when the credit code became a member meanwhile; `passFirst` when 初审 is asked for and has not been;
 * `alreadyDecided` when somebody else was first
 */
export async function approveApplication(
  actor: AccountActor,
  { applicationId, overrideReason, meetingId }: Approval,
): Promise<{ memberNumber: string }> {
  const { twoStages } = await getSetting('joining');
  try {
    return await transaction(async (tx) => {
      await lockApplication(tx, applicationId);
      // Whether its dues have come is not to change while it is decided.
      await lockFilings(tx, applicationId);
      const application = await loadApplication(tx, applicationId);
      authorize(actor, 'application.approve', application);
      if (!DECIDABLE.includes(application.state)) throw new DomainError('alreadyDecided');
      if (twoStages && application.state !== 'passed') throw new DomainError('passFirst');
      if (!duesAllow(application) && !overrideReason) throw new DomainError('duesUnconfirmed');
      const member = await admit(tx, actor, application);
      const change = { decidedAt: await now(tx), memberId: member.id, meetingId };
      const machine = applicationMachine(application.currentSnapshotId);
      await transition(tx, actor, machine, {
        id: applicationId,
        from: application.state,
        event: 'approve',
        reason: overrideReason,
        data: change,
      });
      return { memberNumber: member.number };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('alreadyMember', { text: '这个信用代码刚刚已成为会员，不能再次通过。' });
    throw error;
  }
}

type DuesFacts = { collectBeforeApproval: boolean; charges: Parameters<typeof isUnpaid>[0][] };

/** Dues stand in the way of approval only when this application collects them first, and then until all of them arrived. */
export function duesAllow({ collectBeforeApproval, charges }: DuesFacts): boolean {
  return !collectBeforeApproval || (charges.length > 0 && !charges.some(isUnpaid));
}

async function admit(tx: Tx, actor: AccountActor, application: LoadedApplication): Promise<{ id: string; number: string }> {
  const answers = await submittedAnswers(tx, application);
  const joinedOn = await today(tx);
  const company = await createCompany(tx, { answers, registrant: application.registrant });
  const member = await createMember(tx, { companyId: company.id, joinedOn, level: 'ordinaryMember', reason: '入会' });
  await moveChargesToCompany(tx, application.id, company.id);
  if (!application.collectBeforeApproval)
    await raiseFirstDues(tx, actor, { companyId: company.id, level: 'ordinaryMember', day: joinedOn });
  await issueCertificate(tx, member.id);
  await recordAudit(tx, actor, {
    action: 'member.join',
    record: 'member',
    recordId: member.id,
    data: { number: member.number, uscc: answers.uscc },
  });
  const first = answers.liaisons.find(({ order }) => order === 'first');
  await queueMessage(tx, {
    template: 'applicationApproved',
    phone: first?.mobile ?? application.registrant.phone,
    parameters: { company: answers.name, number: member.number },
    dedupeKey: `applicationApproved:${application.id}`,
  });
  return member;
}

async function submittedAnswers(tx: Tx, { currentSnapshotId }: LoadedApplication): Promise<CompanyAnswers> {
  const snapshot = await tx.applicationSnapshot.findUniqueOrThrow({ where: { id: currentSnapshotId ?? '' } });
  const { answers } = snapshot;
  return companySchema.parse(answers && typeof answers === 'object' && !Array.isArray(answers) ? answers.company : null);
}
