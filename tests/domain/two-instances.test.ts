import { db } from '../../lib/db';
import { changeSetting } from '../../lib/settings/change-setting';
import { asSuperuser, withDatabase } from '../support/database';
import { easyCheck, readPicture } from '../support/human-checks';
import { type Instances, startInstances } from '../support/instances';
import { aVisitor, newPhone, staffWith } from '../support/people';
import { listJobs } from '../support/trail';

withDatabase();

/** What the limits allow is what is sent, never one more and never one fewer, however many servers there are. */
const AT_ONCE = 16;
let servers: Instances;

beforeAll(async () => {
  await changeSetting(await staffWith('admin'), 'sms', { dailyBudget: 22 });
  servers = await startInstances('send-codes.ts', 2);
});
afterAll(() => servers.stop());
beforeEach(() => db().limit.deleteMany());

type Request = { phone: string; address: string; check: Awaited<ReturnType<typeof easyCheck>> };

/** The same number to each server, all at the same moment, and what came of them. */
async function askBoth(request: () => Promise<Request>) {
  const [one, other] = await Promise.all([many(request), many(request)]);
  const answers = (await servers.ask(one, other)).flat();
  const phones = [...one, ...other].map(({ phone }) => phone);
  const messages = await db().message.findMany({ where: { phone: { in: phones } }, select: { id: true, state: true } });
  const payloads = (await listJobs()).map(({ payload }) => payload);
  const queued = messages.filter(({ id, state }) => state === 'waiting' && payloads.some((payload) => payload.includes(id)));
  return { answers: count(answers), queued: queued.length };
}

async function many(request: () => Promise<Request>): Promise<Request[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, request));
}

function count(answers: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

const anyRequest = async () => ({ phone: newPhone(), address: aVisitor().address, check: await easyCheck('register') });
const counterOf = async (key: string) => (await db().limit.findMany({ where: { key } })).map((row) => row.count);

describe('two servers on one database', () => {
  it("send exactly the day's budget", async () => {
    const { answers, queued } = await askBoth(anyRequest);
    expect(answers).toEqual({ sent: 22, limited: 2 * AT_ONCE - 22 });
    expect(queued).toBe(22);
    expect(await counterOf('sms:all')).toEqual([22]);
  });

  it('send twenty an hour to one address', async () => {
    const { address } = aVisitor();
    const { answers, queued } = await askBoth(async () => ({ ...(await anyRequest()), address }));
    expect(answers).toEqual({ sent: 20, limited: 2 * AT_ONCE - 20 });
    expect(queued).toBe(20);
    expect(await counterOf(`sms:address:${address}`)).toEqual([20, 20]);
    expect(await counterOf('sms:all')).toEqual([20]);
  });

  it('send one a minute to one phone', async () => {
    const phone = newPhone();
    const { answers, queued } = await askBoth(async () => ({ ...(await anyRequest()), phone }));
    expect(answers).toEqual({ sent: 1, limited: 2 * AT_ONCE - 1 });
    expect(queued).toBe(1);
    expect(await counterOf(`sms:phone:${phone}`)).toEqual([1, 1, 1]);
    expect(await counterOf('sms:all')).toEqual([1]);
  });

  it('send one for one proof of work', async () => {
    const check = await easyCheck('register');
    const { answers, queued } = await askBoth(async () => ({ ...(await anyRequest()), check }));
    expect(answers).toEqual({ sent: 1, unproven: 2 * AT_ONCE - 1 });
    expect(queued).toBe(1);
    expect(await counterOf('sms:all')).toEqual([1]);
  });

  it('send five an hour to one address that reads pictures, and a tenth of the budget to all that do', async () => {
    const visitor = aVisitor();
    const reading = async (by = aVisitor()) => ({ phone: newPhone(), address: by.address, check: await readPicture(by, 'register') });
    const one = await askBoth(() => reading(visitor));
    expect(one.answers).toEqual({ sent: 3, limited: 2 * AT_ONCE - 3 });
    await db().limit.deleteMany({ where: { key: { startsWith: 'sms:picture:all' } } });
    const again = await askBoth(() => reading(visitor));
    expect(again.answers).toEqual({ sent: 2, limited: 2 * AT_ONCE - 2 });
    expect(await counterOf(`sms:picture:address:${visitor.address}`)).toEqual([5, 5]);
  });

  it('send nothing, and say so, while limits cannot be counted', async () => {
    const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
    await asSuperuser('REVOKE INSERT ON "Limit" FROM app', name);
    try {
      const { answers, queued } = await askBoth(anyRequest);
      expect(queued).toBe(0);
      expect(answers).toEqual({ fault: 2 * AT_ONCE });
    } finally {
      await asSuperuser('GRANT INSERT ON "Limit" TO app', name);
    }
  });
});
