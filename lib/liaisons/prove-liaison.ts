import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { checkSmsCode, useSmsCode } from '../accounts/check-sms-code';
import { recordAudit } from '../audit/record-audit';
import { db } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { accountOf, invite } from './join';
import { companyOfLiaison, loadLiaisons, lockLiaisons } from './load-liaisons';

type Proof = { liaisonId: string; flow: string; code: string };

/**
 * Ends 待验证 with the code that the phone's owner has read out: from now on the owner may sign in for the company.
 * @throws DomainError `notFound`, `forbidden`, `handedOver` when that is settled, `codeWrong`, `codeExpired`
 */
export async function proveLiaison(actor: AccountActor, { liaisonId, flow, code }: Proof): Promise<void> {
  const before = await loadLiaisons(db(), await companyOfLiaison(db(), liaisonId));
  authorize(actor, 'liaison.change', before);
  const phone = before.company.liaisons.find(({ id }) => id === liaisonId)?.mobile ?? '';
  const { challengeId } = await checkSmsCode({ phone, purpose: 'liaison', flow, code });
  await transaction(async (tx) => {
    const { companyId, company } = await lockLiaisons(tx, before);
    const liaison = company.liaisons.find(({ id }) => id === liaisonId);
    if (!liaison || liaison.accountId) throw new DomainError('handedOver');
    await useSmsCode(tx, challengeId);
    const accountId = await accountOf(tx, liaison);
    await tx.liaison.update({ where: { id: liaisonId }, data: { accountId } });
    await invite(tx, accountId, { id: liaisonId, mobile: liaison.mobile, company: company.name });
    await recordAudit(tx, actor, { action: 'liaison.prove', record: 'company', recordId: companyId, data: { liaisonId } });
  });
}
