import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { errorText } from '../copy/errors';
import { type Day, toColumn } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { approveApplication } from './approve-application';

type Together = { applicationIds: readonly string[]; meeting: { name: string; heldOn: Day } };

export type ApprovalResult = { applicationId: string; companyName: string; memberNumber: string } | Refused;
type Refused = { applicationId: string; companyName: string; refusal: string };

/**
 * 批准 of what a meeting has decided on: each application in a transaction of its own, so that one that cannot be approved
 * (dues missing, decided meanwhile) stops none of the others. Answers in the order asked. @throws DomainError `forbidden`
 */
export async function approveTogether(actor: AccountActor, { applicationIds, meeting }: Together): Promise<ApprovalResult[]> {
  authorize(actor, 'meeting.hold', null);
  const { id: meetingId } = await transaction(async (tx) => {
    const row = { name: meeting.name, heldOn: toColumn(meeting.heldOn) };
    await tx.meeting.createMany({ data: [row], skipDuplicates: true }); // an upsert would lose against one at the same moment
    return tx.meeting.findUniqueOrThrow({ where: { heldOn_name: row } });
  });
  const names = await companyNames(applicationIds);
  const results: ApprovalResult[] = [];
  for (const applicationId of applicationIds) {
    const companyName = names.get(applicationId) ?? '';
    results.push({ applicationId, companyName, ...(await approveOne(actor, applicationId, meetingId)) });
  }
  return results;
}

async function approveOne(actor: AccountActor, applicationId: string, meetingId: string) {
  try {
    return await approveApplication(actor, { applicationId, overrideReason: '', meetingId });
  } catch (error) {
    if (error instanceof DomainError) return { refusal: errorText(error) };
    throw error;
  }
}

async function companyNames(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().application.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, currentSnapshot: { select: { companyName: true } } },
  });
  return new Map(rows.map(({ id, currentSnapshot }) => [id, currentSnapshot?.companyName ?? '']));
}
