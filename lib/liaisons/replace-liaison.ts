import 'server-only';
import type * as z from 'zod';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { lockCompany } from '../companies/lock-company';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { accountOf, join } from './join';
import { leave } from './leave';
import { loadLiaisons } from './load-liaisons';
import { recordPersonChange } from './record-change';
import { requirePhone } from './require-phone';
import type { replaceLiaisonSchema } from './schema';

/**
 * Staff put another person into a liaison's place on a stamped letter, which lies among the member's attachments, with the
 * reason: for when nobody can answer the code on the old phone. The new phone is proven by 首次登录; the old one is told.
 * @throws DomainError `notFound`, `forbidden`, `stepUp`, `invalid` for the phone or a letter that is not the member's
 */
export async function replaceLiaison(actor: AccountActor, replacement: z.infer<typeof replaceLiaisonSchema>): Promise<void> {
  const { companyId, order, fileId, reason, ...person } = replacement;
  authorize(actor, 'liaison.replace', null);
  await transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const liaisons = await loadLiaisons(tx, companyId);
    const letters = await tx.file.count({
      where: { id: fileId, companyId, kind: 'memberAttachment', state: { in: ['ready', 'attached'] } },
    });
    if (!letters) throw new DomainError('invalid', { fieldErrors: { fileId: '请选择这家会员附件中盖章的函件' } });
    await requirePhone(tx, liaisons, person.mobile);
    const leaver = liaisons[order];
    const accountId = await accountOf(tx, person);
    if (leaver) await leave(tx, liaisons, leaver, order === 'first' ? accountId : liaisons.firstId);
    await join(tx, liaisons, { ...person, order, accountId });
    await recordPersonChange(tx, actor, liaisons, {
      ...{ action: 'liaison.replace', order, before: leaver, after: person, byStaff: { fileId, reason } },
    });
  });
}
