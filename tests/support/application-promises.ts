import type { AccountActor } from '../../lib/access/actor';
import type { CompanyAnswers } from '../../lib/applications/schema';
import { TERMINAL } from '../../lib/applications/states';
import { db } from '../../lib/db';
import { chargeFacts, duesStatusOf } from '../../lib/dues/views';
import { CHARGE_FEN, type Model, type ModelApplication } from './application-model';
import { jobsFor } from './trail';

/** The application that stands behind one of the model. */
export type Real = { id: string; applicant: AccountActor; answers: CompanyAnswers };
export type Played = { model: Model; real: Real[] };

/** What has to hold after every step, read from the tables: the invariants of safety.md, R12. */
export async function requirePromises({ model, real }: Played): Promise<void> {
  const rows = await loadRows(real);
  expect(rows).toHaveLength(model.applications.length);
  const approved = model.applications.filter(({ state }) => state === 'approved').length;
  expect(await db().member.count({ where: { company: { uscc: real[0]?.answers.uscc } } })).toBe(approved);
  expect(approved).toBeLessThanOrEqual(1);
  for (const [index, expected] of model.applications.entries()) {
    const row = rows.find(({ id }) => id === real[index]?.id);
    if (!row) throw new Error(`application ${index} is gone`);
    expect(row.state).toBe(expected.state);
    expect({ certificates: row.member?.certificates.length ?? 0 }).toEqual({ certificates: row.state === 'approved' ? 1 : 0 });
    expect(row.events).toHaveLength(expected.transitions);
    requireHistory(row);
    requireDues(row, expected);
  }
  await requireAudit(rows);
  await requireNotices(model, real);
}

function loadRows(real: Real[]) {
  const ordered = { orderBy: { createdAt: 'asc' } } as const;
  return db().application.findMany({
    where: { id: { in: real.map(({ id }) => id) } },
    include: {
      events: ordered,
      member: { include: { certificates: { where: { revokedAt: null } } } },
      filings: { include: { events: ordered, payments: { include: { allocations: true } } } },
      charges: { include: chargeFacts },
    },
  });
}
type Row = Awaited<ReturnType<typeof loadRows>>[number];

// From draft on, each event from where the last one led; none leads on from an end, so that what is withdrawn is never approved.
function requireHistory({ state, events }: Row): void {
  let at = 'draft';
  for (const { from, to } of events) {
    expect(from).toBe(at);
    expect(TERMINAL).not.toContain(at);
    at = to;
  }
  expect(at).toBe(state);
}

// Paid exactly when what was allocated covers the amount; allocated is what a confirmed filing brought, and no more.
function requireDues({ charges, filings }: Row, { state, filing }: ModelApplication): void {
  if (!filing) {
    expect([charges, filings]).toEqual([[], []]);
    return;
  }
  const ended = state === 'rejected' || state === 'withdrawn';
  const arrivedFen = filing.state === 'confirmed' ? filing.amountFen : 0;
  const status = ended ? (filing.state === 'returned' ? 'cancelled' : 'toRefund') : arrivedFen >= CHARGE_FEN ? 'paid' : 'unpaid';
  const allocated = charges.map(({ allocations }) => allocations.reduce((sum, { amountFen }) => sum + amountFen, 0));
  expect(charges.map((charge) => duesStatusOf(charge).status)).toEqual([status]);
  expect(charges.map(({ amountFen }) => amountFen)).toEqual([CHARGE_FEN]);
  expect(allocated).toEqual([Math.min(arrivedFen, CHARGE_FEN)]);
  expect(filings).toEqual([expect.objectContaining({ state: filing.state, amountFen: filing.amountFen })]);
  expect(filings.flatMap(({ payments }) => payments.map(({ amountFen }) => amountFen))).toEqual(arrivedFen ? [arrivedFen] : []);
}

// One audit row for each transition, in the same order, of applications and filings.
async function requireAudit(rows: Row[]): Promise<void> {
  const histories = rows.flatMap(({ id, events, filings }) => [
    { record: 'application', recordId: id, events },
    ...filings.map((filing) => ({ record: 'filing', recordId: filing.id, events: filing.events })),
  ]);
  const recordIds = histories.map(({ recordId }) => recordId);
  const audit = await db().auditEvent.findMany({ where: { recordId: { in: recordIds } }, orderBy: { seq: 'asc' } });
  const events = [...rows.flatMap((row) => row.events), ...rows.flatMap(({ filings }) => filings.flatMap((filing) => filing.events))];
  const moves = new Set(events.map(({ event }) => event));
  for (const { record, recordId, events: history } of histories) {
    const told = audit
      .filter((row) => row.record === record && row.recordId === recordId)
      .map(({ action }) => action.replace(`${record}.`, ''));
    expect(told.filter((event) => moves.has(event))).toEqual(history.map(({ event }) => event));
  }
}

// One message for each notice, and one job that will send it.
async function requireNotices(model: Model, real: Real[]): Promise<void> {
  const rows = await db().message.findMany({ where: { phone: { in: real.map(({ applicant }) => applicant.phone) } } });
  expect(await jobsFor(rows.map(({ id }) => id))).toEqual(rows.map(({ id }) => id).toSorted());
  for (const phone of new Set(real.map(({ applicant }) => applicant.phone))) {
    const own = model.applications.filter((_, index) => real[index]?.applicant.phone === phone).map(({ notices }) => notices);
    const sum = (name: keyof ModelApplication['notices']) => own.reduce((total, notices) => total + notices[name], 0);
    const templates = rows.filter((row) => row.phone === phone).map(({ template }) => template);
    expect(templates.toSorted()).toEqual([
      ...Array(sum('approved')).fill('applicationApproved'),
      ...Array(sum('rejected')).fill('applicationRejected'),
      ...Array(sum('returned')).fill('applicationReturned'),
      ...Array(sum('filingReturned')).fill('filingReturned'),
    ]);
  }
}
