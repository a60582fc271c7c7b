import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { queueCode, type SentCode } from '../accounts/send-sms-code';
import { db } from '../db';
import { countUses } from '../limits/consume-limits';
import { smsRules } from '../limits/message-rules';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { companyOfLiaison, loadLiaisons } from './load-liaisons';
import { requirePhone } from './require-phone';

const HOUR = 3600;
const DAY = 86_400;

/** The code for somebody new, before anything is handed over to that phone. @throws DomainError `forbidden`, `invalid`, `limited` */
export async function sendNewCode(actor: AccountActor, { companyId, mobile }: { companyId: string; mobile: string }): Promise<SentCode> {
  const liaisons = await loadLiaisons(db(), companyId);
  authorize(actor, 'liaison.change', liaisons);
  await requirePhone(db(), liaisons, mobile);
  return send(actor, mobile);
}

/** The code on one's own phone: a session alone hands nothing over. @throws DomainError `forbidden`, `limited` */
export async function sendOwnCode(actor: AccountActor, companyId: string): Promise<SentCode> {
  authorize(actor, 'liaison.change', await loadLiaisons(db(), companyId));
  return send(actor, actor.phone);
}

/** The code for a liaison who is 待验证. @throws DomainError `notFound`, `forbidden`, `limited` */
export async function sendProof(actor: AccountActor, liaisonId: string): Promise<SentCode> {
  const liaisons = await loadLiaisons(db(), await companyOfLiaison(db(), liaisonId));
  authorize(actor, 'liaison.change', liaisons);
  return send(actor, liaisons.company.liaisons.find(({ id }) => id === liaisonId)?.mobile ?? actor.phone);
}

// Whoever asks is signed in and known: limits of the account take the place of the check for a person.
async function send(actor: AccountActor, phone: string): Promise<SentCode> {
  const { dailyBudget } = await getSetting('sms');
  const key = `sms:account:${actor.id}`;
  return transaction(async (tx) => {
    const own = [
      { key, max: 10, seconds: HOUR },
      { key, max: 20, seconds: DAY },
    ];
    await countUses(tx, [...own, ...smsRules(phone, actor.address, dailyBudget)]);
    return queueCode(tx, { phone, purpose: 'liaison' });
  });
}
