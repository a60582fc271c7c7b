import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type AccountActor, type Actor, isStaff } from './access/actor';
import { findSession } from './accounts/sessions';
import { readSessionToken, sessionCookieName } from './auth';
import { clientAddress } from './client-address';

/** Who makes this request. Asked once a request, however many components ask. */
export const getActor = cache(async (): Promise<Actor> => {
  const address = clientAddress(await headers());
  const visitor: Actor = { kind: 'visitor', address };
  const token = (await cookies()).get(sessionCookieName())?.value;
  const secret = token && (await readSessionToken(token));
  return (secret && (await findSession(secret, address))) || visitor;
});

/** For pages behind the sign-in: sends everybody else there and back again. */
export async function requireAccount(): Promise<AccountActor> {
  const actor = await getActor();
  if (actor.kind === 'account') return actor;
  const requested = await headers();
  const token = (await cookies()).has(sessionCookieName());
  const query = new URLSearchParams({ next: requested.get('x-path') ?? '/', ...(token && { reason: 'expired' }) });
  redirect(`/login?${query}`);
}

/** For pages of members and applicants; staff have their own. */
export async function requireMember(): Promise<AccountActor> {
  const actor = await requireAccount();
  if (isStaff(actor)) redirect('/admin');
  return actor;
}
