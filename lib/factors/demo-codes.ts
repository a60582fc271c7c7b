import 'server-only';
import { now } from '../clock';
import { env } from '../env';
import { DomainError } from '../errors';
import { totpCode } from './totp';

export type DemoCode = { phone: string; code: string };

/**
 * The codes that the demo's authenticators show now: of secrets that the demo's own start command names in the
 * environment, never of anything in the database. Does not exist where a real provider sends. @throws DomainError `notFound`
 */
export async function listDemoCodes(): Promise<DemoCode[]> {
  const { SMS, DEMO_AUTHENTICATORS } = env();
  if (SMS !== 'embedded') throw new DomainError('notFound');
  const at = await now();
  const pairs = (DEMO_AUTHENTICATORS ?? '').split(',').map((pair) => pair.split('='));
  return pairs.flatMap(([phone, secret]) => (phone && secret ? [{ phone, code: totpCode(secret, at) }] : []));
}

/**
 * The demo's own authenticator, for whoever has none at hand: the code of a secret that the visitor brings along, or null
 * when it is none. Does not exist where a real provider sends. @throws DomainError `notFound`
 */
export async function findDemoCode(typed: string): Promise<string | null> {
  if (env().SMS !== 'embedded') throw new DomainError('notFound');
  const secret = typed.replace(/\s/g, '').toUpperCase();
  return /^[A-Z2-7]{32}$/.test(secret) ? totpCode(secret, await now()) : null;
}
