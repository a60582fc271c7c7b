import 'server-only';
import { randomBytes, randomInt } from 'node:crypto';
import { type Actor, addressOf } from '../access/actor';
import { now } from '../clock';
import type { Tx } from '../db';
import type { SmsPurpose } from '../generated/prisma/enums';
import { checkHuman, type HumanCheck, spendHumanCheck } from '../human-checks/check-human';
import { countUses } from '../limits/consume-limits';
import { smsRules } from '../limits/message-rules';
import { queueMessage } from '../messages/queue-message';
import { keyedHash, seal } from '../secrets';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';

const CODE_MINUTES = 5;
const HOUR = 3600;
const DAY = 86_400;

// Machines read pictures more cheaply than they solve challenges: through them at most a tenth of the day can be used up.
const pictureRulesFor = (phone: string, address: string, dailyBudget: number) => [
  { key: `sms:picture:phone:${phone}`, max: 3, seconds: HOUR },
  { key: `sms:picture:phone:${phone}`, max: 5, seconds: DAY },
  { key: `sms:picture:address:${address}`, max: 5, seconds: HOUR },
  { key: `sms:picture:address:${address}`, max: 20, seconds: DAY },
  { key: 'sms:picture:all', max: Math.ceil(dailyBudget / 10), seconds: DAY },
];

export type SentCode = { flow: string };

/**
 * Sends a 6-digit code to `phone`, valid five minutes for this purpose and the returned flow, once `check` shows a person.
 * A new password is only for phones that have an account; for another one the same is done and answered, but nothing is
 * sent. The check, the limits and the SMS count together or not at all.
 * @throws DomainError `unproven`, `limited`
 */
export async function sendSmsCode(
  actor: Actor,
  { phone, purpose, check }: { phone: string; purpose: SmsPurpose; check: HumanCheck },
): Promise<SentCode> {
  const { dailyBudget } = await getSetting('sms');
  const checked = await checkHuman(purpose, check);
  const limits = [phone, addressOf(actor), dailyBudget] as const;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const flow = randomBytes(16).toString('base64url');
  await transaction(async (tx) => {
    await spendHumanCheck(tx, checked);
    await countUses(tx, [...(checked.by === 'picture' ? pictureRulesFor(...limits) : []), ...smsRules(...limits)]);
    await queueCode(tx, { phone, purpose, flow, code });
  });
  return { flow };
}

async function queueCode(tx: Tx, { phone, purpose, flow, code }: Code): Promise<void> {
  const found = await tx.account.count({ where: { phone, status: 'active' } });
  const known = purpose === 'register' || found > 0;
  const secret = seal('message', code);
  const expiresAt = new Date((await now(tx)).getTime() + CODE_MINUTES * 60_000);
  await tx.smsChallenge.create({ data: { phone, purpose, flow, expiresAt, codeHash: codeHash({ phone, purpose, flow, code }) } });
  await queueMessage(tx, {
    template: 'smsCode',
    phone,
    parameters: { minutes: String(CODE_MINUTES) },
    secret: known ? secret : undefined,
    expiresAt,
    dedupeKey: `code:${flow}`,
    ...(!known && { state: 'dropped' }),
  });
}

type Code = { phone: string; purpose: SmsPurpose; flow: string; code: string };

/** The hash under which a code is kept: bound to phone, purpose and flow. */
export function codeHash(parts: Code): string {
  return keyedHash('smsCode', [parts.purpose, parts.phone, parts.flow, parts.code].join(':'));
}
