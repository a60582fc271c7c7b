import { createInterface } from 'node:readline';
import * as z from 'zod';
import { sendSmsCode } from '../../lib/accounts/send-sms-code';
import { db, disconnect } from '../../lib/db';
import { DomainError } from '../../lib/errors';

const requests = z.array(
  z.object({
    phone: z.string(),
    address: z.string(),
    check: z.object({ solution: z.string(), pictureId: z.string(), pictureAnswer: z.string() }),
  }),
);

// One instance of the product's own command, in a process of its own: each line asks for codes, all at the same moment.
async function serve(): Promise<void> {
  await db().setting.count();
  console.log('ready');
  for await (const line of createInterface(process.stdin)) {
    const results = await Promise.allSettled(
      requests
        .parse(JSON.parse(line))
        .map(({ phone, address, check }) => sendSmsCode({ kind: 'visitor', address }, { phone, purpose: 'register', check })),
    );
    console.log(JSON.stringify(results.map(outcomeOf)));
  }
  await disconnect();
}

function outcomeOf(result: PromiseSettledResult<unknown>): string {
  if (result.status === 'fulfilled') return 'sent';
  return result.reason instanceof DomainError ? result.reason.code : 'fault';
}

void serve();
