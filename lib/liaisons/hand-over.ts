import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { checkSmsCode, useSmsCode } from '../accounts/check-sms-code';
import { db } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { accountOf, join } from './join';
import { leave } from './leave';
import { loadLiaisons, lockLiaisons } from './load-liaisons';
import { recordPersonChange } from './record-change';
import { requirePhone } from './require-phone';
import type { HandOver } from './schema';

/**
 * 更换联络员 (product 5): the first liaison gives the place to a new person, with the codes on both phones. Sign-in and open
 * tasks go along, the leaver's access ends at the next request, both stay in the history. Of two at once one wins.
 * @throws DomainError `forbidden`, `handedOver`, `codeWrong` and `codeExpired` at the code's field, `invalid` for the phone
 */
export async function handOver(actor: AccountActor, { companyId, flow, code, ownFlow, ownCode, ...person }: HandOver): Promise<void> {
  const before = await loadLiaisons(db(), companyId);
  authorize(actor, 'liaison.change', before);
  await requirePhone(db(), before, person.mobile);
  const proof = await check('code', { phone: person.mobile, flow, code });
  const ownProof = await check('ownCode', { phone: actor.phone, flow: ownFlow, code: ownCode });
  await transaction(async (tx) => {
    const liaisons = await lockLiaisons(tx, before);
    const { first } = liaisons;
    if (!first) throw new DomainError('handedOver');
    await requirePhone(tx, liaisons, person.mobile);
    await useSmsCode(tx, proof.challengeId);
    await useSmsCode(tx, ownProof.challengeId);
    const accountId = await accountOf(tx, person);
    await leave(tx, liaisons, first, accountId);
    await join(tx, liaisons, { ...person, order: 'first', accountId });
    await recordPersonChange(tx, actor, liaisons, { action: 'liaison.handOver', order: 'first', before: first, after: person });
  });
}

async function check(field: 'code' | 'ownCode', answer: { phone: string; flow: string; code: string }) {
  try {
    return await checkSmsCode({ ...answer, purpose: 'liaison' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, { fieldErrors: { [field]: error.details.fieldErrors?.code ?? '' } });
  }
}
