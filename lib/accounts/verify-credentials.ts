import 'server-only';
import { db } from '../db';
import { consumeLimits } from '../limits/consume-limits';
import { countTry, forgiveTries } from '../limits/lockout';
import { verifyPassword } from './password';

const PER_ADDRESS = { max: 50, seconds: 15 * 60 };

/**
 * The account that phone and password open, or null. The same work and the same answer for an unknown phone, a wrong
 * password and a disabled account. @throws DomainError `limited` after five failures in a row, or fifty from one
 * address in a quarter of an hour; `busy`
 */
export async function verifyCredentials(input: {
  phone: string;
  password: string;
  address: string;
}): Promise<{ accountId: string } | null> {
  await consumeLimits([{ key: `signIn:address:${input.address}`, ...PER_ADDRESS }]);
  const key = `signIn:phone:${input.phone}`;
  await countTry(key);
  const account = await db().account.findUnique({ where: { phone: input.phone } });
  const matches = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (!account || !matches || account.status !== 'active') return null;
  await forgiveTries(key);
  return { accountId: account.id };
}
