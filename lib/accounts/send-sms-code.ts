import 'server-only';
import { randomBytes, randomInt } from 'node:crypto';
import { now } from '../clock';
import type { SmsPurpose } from '../generated/prisma/enums';
import { consumeLimit } from '../limits/consume-limit';
import { queueMessage } from '../messages/queue-message';
import { keyedHash, seal } from '../secrets';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';

export const CODE_MINUTES = 5;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

// What the SMS operators themselves allow a number (facts: 1 a minute, 5 an hour, 10 a day).
const PER_PHONE = [
  { max: 1, seconds: MINUTE },
  { max: 5, seconds: HOUR },
  { max: 10, seconds: DAY },
];
const PER_ADDRESS = [
  { max: 20, seconds: HOUR },
  { max: 100, seconds: DAY },
];

export type SentCode = { flow: string };

/**
 * Sends a 6-digit code to `phone`, valid five minutes for this purpose and the returned flow. Does the same whether or
 * not the phone is known. @throws DomainError `limited`
 */
export async function sendSmsCode(input: { phone: string; purpose: SmsPurpose; address: string }): Promise<SentCode> {
  const { phone, purpose, address } = input;
  await consumeLimit(`sms:address:${address}`, PER_ADDRESS);
  await consumeLimit(`sms:phone:${phone}`, PER_PHONE);
  const { dailyBudget } = await getSetting('sms');
  await consumeLimit('sms:all', [{ max: dailyBudget, seconds: DAY }]);

  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const flow = randomBytes(16).toString('base64url');
  await transaction(async (tx) => {
    const expiresAt = new Date((await now(tx)).getTime() + CODE_MINUTES * 60_000);
    await tx.smsChallenge.create({ data: { phone, purpose, flow, expiresAt, codeHash: codeHash({ phone, purpose, flow, code }) } });
    await queueMessage(tx, {
      template: 'smsCode',
      phone,
      parameters: { minutes: String(CODE_MINUTES) },
      secret: seal('message', code),
      expiresAt,
      dedupeKey: `code:${flow}`,
    });
  });
  return { flow };
}

/** The hash under which a code is kept: bound to phone, purpose and flow. */
export function codeHash(parts: { phone: string; purpose: SmsPurpose; flow: string; code: string }): string {
  return keyedHash('smsCode', [parts.purpose, parts.phone, parts.flow, parts.code].join(':'));
}
