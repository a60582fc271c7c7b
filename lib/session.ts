import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type AccountActor, type Actor, type FactorStep, isStaff, type PendingActor } from './access/actor';
import { findSession } from './accounts/sessions';
import { readSessionToken, sessionCookieName } from './auth';
import { clientAddress } from './client-address';
import { findDueConsent } from './documents/queries';
import { stepUp } from './factors/prove-factor';
import { factorPath } from './factors/steps';
import { localPath } from './local-path';

/** Who makes this request. Asked once a request, however many components ask. */
export const getActor = cache(async (): Promise<Actor> => {
  const address = clientAddress(await headers());
  const visitor: Actor = { kind: 'visitor', address };
  const token = (await cookies()).get(sessionCookieName())?.value;
  const secret = token && (await readSessionToken(token));
  return (secret && (await findSession(secret, address))) || visitor;
});

/** The same for a form: a code for the second factor that was typed into it is used first. @throws DomainError as `stepUp` */
export async function getConfirmedActor(code: string): Promise<Actor> {
  const actor = await getActor();
  return actor.kind === 'account' && code ? stepUp(actor, code) : actor;
}

/** For pages behind the sign-in: sends everybody else there and back again. */
export async function requireAccount(): Promise<AccountActor> {
  const actor = await getActor();
  if (actor.kind === 'account') return actor;
  const next = (await headers()).get('x-path') ?? '/';
  if (actor.kind === 'pending') redirect(factorPath(actor.step, next));
  const token = (await cookies()).has(sessionCookieName());
  redirect(`/login?${new URLSearchParams({ next, ...(token && { reason: 'expired' }) })}`);
}

/** For the pages of the second factor: staff at another step are led there, whoever is through to where they wanted to go. */
export async function requirePending(step: FactorStep, next: string): Promise<PendingActor> {
  const actor = await getActor();
  if (actor.kind === 'pending' && actor.step === step) return actor;
  if (actor.kind === 'pending') redirect(factorPath(actor.step, next));
  redirect(actor.kind === 'account' ? (localPath(next) ?? '/home') : `/login?${new URLSearchParams({ next })}`);
}

/**
 * For pages of members and applicants; staff have their own. Whoever has not agreed to the privacy policy in force is asked
 * before going on; commands are not held up, so that nothing typed is lost.
 */
export async function requireMember(): Promise<AccountActor> {
  const actor = await requirePerson();
  if (await findOwnDueConsent(actor.id))
    redirect(`/account/consent?${new URLSearchParams({ next: (await headers()).get('x-path') ?? '/home' })}`);
  return actor;
}

/** The same for what stays open before that: one's own account, and the frame around every page. */
export async function requirePerson(): Promise<AccountActor> {
  const actor = await requireAccount();
  if (isStaff(actor)) redirect('/admin');
  return actor;
}

const findOwnDueConsent = cache(findDueConsent);
