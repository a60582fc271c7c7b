import type { AccountActor } from '../../lib/access/actor';
import { findSession } from '../../lib/accounts/sessions';
import { getCertificate } from '../../lib/certificates/queries';
import { db } from '../../lib/db';
import { liaisonOf } from './companies';
import { type Model, openAt, PEOPLE, POSTCODES, PROFILES, sessionOf, TITLES } from './company-model';

/** The company that stands behind a model's, with the phones of the people and the sessions that they opened last. */
export type Real = {
  companyId: string;
  names: readonly string[];
  phones: readonly string[];
  secrets: Map<number, string>;
  letterId: string;
  staff: AccountActor;
};
export type Played = { model: Model; real: Real };

const inOrder = { orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }] };

/** What has to hold after every step, read from the tables. */
export async function requirePromises(world: Played): Promise<void> {
  await requireCompany(world);
  await requireLiaisons(world);
  await requireAccess(world);
  await requireTrail(world);
}

// What is shown is what was last saved; the name what was last confirmed, and every name before it stays.
async function requireCompany({ model, real: { companyId, names } }: Played): Promise<void> {
  const company = await db().company.findUniqueOrThrow({ where: { id: companyId }, include: { names: inOrder } });
  expect({ profile: company.profile, postcode: company.postcode, name: company.name, kept: company.names.map(({ name }) => name) }).toEqual(
    {
      profile: PROFILES[model.values.profile],
      postcode: POSTCODES[model.values.postcode],
      name: names[model.name],
      kept: model.names.map((index) => names[index]),
    },
  );
  expect((await getCertificate(await liaisonOf(companyId, 'first'), companyId)).name).toBe(company.name);
  expect(company.names.filter(({ to }) => !to)).toHaveLength(1);
}

// Exactly one first liaison, with an account; whoever left stays in the history.
async function requireLiaisons({ model, real: { companyId, phones } }: Played): Promise<void> {
  const rows = await db().liaison.findMany({ where: { companyId }, ...inOrder });
  const line = (...parts: unknown[]) => parts.join(' ');
  expect(rows.map((row) => line(row.mobile, row.order, row.title, row.accountId !== null, row.to === null)).toSorted()).toEqual(
    model.rows.map((row) => line(phones[row.person], row.order, TITLES[row.title], row.proven, row.open)).toSorted(),
  );
  const open = rows.filter(({ to }) => !to);
  expect(open.filter(({ order, accountId }) => order === 'first' && accountId)).toHaveLength(1);
  expect(open.length).toBeLessThanOrEqual(2);
}

// An ended liaison's session ends, or knows one company less, from the next request on.
async function requireAccess({ model, real: { companyId, secrets } }: Played): Promise<void> {
  for (let person = 0; person < PEOPLE; person++) {
    const secret = secrets.get(person);
    if (!secret) continue;
    const actor = await findSession(secret, '');
    const found = actor?.kind === 'account' ? (actor.companyIds.includes(companyId) ? 'company' : 'elsewhere') : 'none';
    expect({ person, found }).toEqual({ person, found: sessionOf(model, person) });
  }
}

// One row of history a change, one audit row a change or decision, one message a notice, one open request at most.
async function requireTrail({ model, real: { companyId, phones } }: Played): Promise<void> {
  const changes = await db().companyChange.findMany({
    where: { companyId },
    include: { _count: { select: { events: true } } },
    ...inOrder,
  });
  expect(changes.map(({ field, state }) => `${field} ${state}`)).toEqual(
    model.changes.map(({ field, state }) => `${FIELDS[field]} ${state}`),
  );
  expect(changes.filter(({ kind, state }) => kind === 'request' && (state === 'pending' || state === 'returned')).length).toBeLessThan(2);
  const recordId = { in: [companyId, ...changes.map(({ id }) => id)] };
  const audited = await db().auditEvent.groupBy({ by: ['action'], where: { recordId }, _count: true });
  expect(new Map(audited.map(({ action, _count }) => [action, _count]))).toEqual(model.audits);
  // A replacement by letter is seen in the moment that staff make it.
  const decisions = [...model.audits].filter(([action]) => /^(change|liaison\.replace)/.test(action) && action !== 'change.request');
  expect(changes.reduce((sum, { _count }) => sum + _count.events, 0)).toBe(decisions.reduce((sum, [, times]) => sum + times, 0));
  const sent = await db().message.groupBy({
    by: ['template'],
    where: { phone: { in: [...phones] }, template: { not: 'smsCode' } },
    _count: true,
  });
  expect(new Map(sent.map(({ template, _count }) => [template, _count]))).toEqual(model.messages);
  expect(openAt(model, 'first')).toBeDefined();
}

const FIELDS = {
  ...{ profile: 'profile', postcode: 'address', title: 'firstLiaison', first: 'firstLiaison' },
  ...{ second: 'secondLiaison', identity: 'identity' },
};
