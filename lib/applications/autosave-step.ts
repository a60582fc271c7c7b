import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import type { Autosave } from './draft-schema';
import { type Kept, keepAnswers, requireOpen } from './keep-answers';
import { lockApplication } from './load-application';

/**
 * Keeps what somebody is typing, valid or not, and judges nothing: it is a draft until a button sends it. Dues that
 * finance returned are not filed again by it. @throws DomainError `notFound`, `notEditable`, `invalid`
 */
export async function autosaveStep(actor: Actor, { applicationId, step, values, opened }: Autosave): Promise<Kept> {
  return transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await tx.application.findUnique({
      where: { id: applicationId },
      select: { registrantId: true, state: true, filings: { select: { state: true }, orderBy: { createdAt: 'desc' }, take: 1 } },
    });
    if (!application) throw new DomainError('notFound');
    authorize(actor, 'application.edit', application);
    requireOpen(step, application);
    return keepAnswers(tx, { applicationId, step, values, opened });
  });
}
