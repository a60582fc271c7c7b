import fc from 'fast-check';
import type { ApplicationState, FilingState } from '../../lib/generated/prisma/enums';

/** What the rules of product 4 and 6 say of an application, told a second time and without a database. */
export type ModelApplication = {
  state: ApplicationState;
  registrant: number;
  /** Every step but the dues is filled in. */
  complete: boolean;
  saved: number | null;
  /** What was saved came after the filing was returned. */
  savedSince: boolean;
  filing: { state: FilingState; amountFen: number } | null;
  transitions: number;
  notices: { returned: number; rejected: number; approved: number; filingReturned: number };
};
/** All of them enter the same credit code. */
export type Model = { applications: ModelApplication[]; hits: string[]; twoStages: boolean };

type Decision =
  | { kind: 'withdraw' }
  | { kind: 'return' | 'reject'; reviewer: number; reason: string }
  | { kind: 'approve'; reviewer: number; reason: string }
  | { kind: 'pass'; reviewer: number };
type FilingDecision = { kind: 'confirm' | 'void' } | { kind: 'returnFiling'; reason: string };
type Simple = Decision | FilingDecision | { kind: 'submit' | 'complete' | 'reapply' } | { kind: 'saveDues'; amountFen: number };
export type Command = { application: number } & (
  | Simple
  | { kind: 'race'; decisions: [Decision | FilingDecision, Decision | FilingDecision] }
  | { kind: 'meeting'; reviewer: number; others: number[] }
  | { kind: 'intrude'; by: 'stranger' | 'applicant' }
);
export type Single = { application: number } & Simple;

export const CHARGE_FEN = 300_000;
const MOST_APPLICATIONS = 4;

export const newApplication = (registrant: number, complete: boolean): ModelApplication => ({
  state: 'draft',
  registrant,
  complete,
  saved: complete ? CHARGE_FEN : null,
  savedSince: false,
  filing: null,
  transitions: 0,
  notices: { returned: 0, rejected: 0, approved: 0, filingReturned: 0 },
});

const reviewer = fc.nat(1);
const reason = fc.constantFrom('请核对', '请核对', '请核对', ' ');
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('withdraw' as const) }),
  fc.record({ kind: fc.constantFrom('return' as const, 'reject' as const), reviewer, reason }),
  fc.record({ kind: fc.constant('approve' as const), reviewer, reason: fc.constantFrom('先行入会', '') }),
  fc.record({ kind: fc.constant('pass' as const), reviewer }),
);
const filingDecision: fc.Arbitrary<FilingDecision> = fc.oneof(
  fc.record({ kind: fc.constantFrom('confirm' as const, 'void' as const) }),
  fc.record({ kind: fc.constant('returnFiling' as const), reason }),
);
const raced = fc.oneof({ weight: 3, arbitrary: decision }, { weight: 1, arbitrary: filingDecision });
const application = fc.nat(MOST_APPLICATIONS - 1);

export const commands = fc.oneof(
  { weight: 7, arbitrary: fc.record({ application, kind: fc.constant('submit' as const) }) },
  { weight: 1, arbitrary: fc.record({ application, kind: fc.constant('withdraw' as const) }) },
  { weight: 5, arbitrary: fc.record({ application, kind: fc.constant('return' as const), reviewer, reason }) },
  { weight: 1, arbitrary: fc.record({ application, kind: fc.constant('reject' as const), reviewer, reason }) },
  {
    weight: 2,
    arbitrary: fc.record({ application, kind: fc.constant('approve' as const), reviewer, reason: fc.constantFrom('先行入会', '', '') }),
  },
  { weight: 4, arbitrary: fc.record({ application, kind: fc.constant('pass' as const), reviewer }) },
  { weight: 2, arbitrary: fc.record({ application, kind: fc.constant('confirm' as const) }) },
  { weight: 1, arbitrary: fc.record({ application, kind: fc.constant('void' as const) }) },
  { weight: 2, arbitrary: fc.record({ application, kind: fc.constantFrom('reapply' as const, 'complete' as const) }) },
  { weight: 3, arbitrary: fc.record({ application, kind: fc.constant('returnFiling' as const), reason }) },
  {
    weight: 3,
    arbitrary: fc.record({
      application,
      kind: fc.constant('saveDues' as const),
      amountFen: fc.constantFrom(CHARGE_FEN, CHARGE_FEN - 1, CHARGE_FEN + 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ application, kind: fc.constant('race' as const), decisions: fc.tuple(raced, raced) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      application,
      kind: fc.constant('meeting' as const),
      reviewer,
      others: fc.array(fc.nat(MOST_APPLICATIONS - 1), { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      application,
      kind: fc.constant('intrude' as const),
      by: fc.constantFrom('stranger' as const, 'applicant' as const),
    }),
  },
);

/** Moves the model by one command and answers what the product has to answer: `ok`, or the code of its refusal. */
export function applyTo(model: Model, command: Single): string {
  const found = model.applications[command.application];
  if (!found) return 'notFound';
  const move = (event: string, to: ApplicationState) => {
    model.hits.push(`application ${found.state} ${event}`);
    found.state = to;
    found.transitions++;
    return 'ok';
  };
  const moveFiling = (event: string, to: FilingState) => {
    if (!found.filing) throw new Error('no filing');
    model.hits.push(`filing ${found.filing.state} ${event}`);
    found.filing.state = to;
    return 'ok';
  };
  const editable = found.state === 'draft' || found.state === 'returned';
  const decidable = found.state === 'submitted' || found.state === 'passed';
  switch (command.kind) {
    case 'submit':
      if (!editable) return 'alreadyDecided';
      if (!found.complete || !duesDone(found)) return 'incomplete';
      if (found.filing?.state === 'returned') moveFiling('refile', 'pending');
      if (found.filing?.state !== 'confirmed' && found.saved)
        found.filing = { state: 'pending', amountFen: found.filing && !found.savedSince ? found.filing.amountFen : found.saved };
      found.savedSince = false;
      return move('submit', 'submitted');
    case 'withdraw':
      return editable || found.state === 'submitted' ? move('withdraw', 'withdrawn') : 'alreadyDecided';
    case 'return':
    case 'reject':
      if (!decidable) return 'alreadyDecided';
      if (!command.reason.trim()) return 'invalid';
      found.notices[command.kind === 'return' ? 'returned' : 'rejected']++;
      return move(command.kind, command.kind === 'return' ? 'returned' : 'rejected');
    case 'pass':
      if (!model.twoStages) return 'invalid';
      return found.state === 'submitted' ? move('pass', 'passed') : 'alreadyDecided';
    case 'approve':
      if (!decidable) return 'alreadyDecided';
      if (model.twoStages && found.state !== 'passed') return 'passFirst';
      if (!isPaid(found) && !command.reason) return 'duesUnconfirmed';
      if (model.applications.some(({ state }) => state === 'approved')) return 'alreadyMember';
      found.notices.approved++;
      return move('approve', 'approved');
    case 'confirm':
      if (found.filing?.state !== 'pending') return 'alreadyDecided';
      model.hits.push(`dues ${['short', 'exact', 'over'][Math.sign(found.filing.amountFen - CHARGE_FEN) + 1]}`);
      return moveFiling('confirm', 'confirmed');
    case 'void':
      return found.filing?.state === 'confirmed' ? moveFiling('void', 'pending') : 'alreadyDecided';
    case 'returnFiling':
      if (found.filing?.state !== 'pending') return 'alreadyDecided';
      if (!command.reason.trim()) return 'invalid';
      found.notices.filingReturned++;
      found.savedSince = false;
      return moveFiling('return', 'returned');
    case 'saveDues':
      if (found.filing ? found.filing.state !== 'returned' || !(editable || found.state === 'submitted') : !editable) return 'notEditable';
      found.saved = command.amountFen;
      found.savedSince = true;
      if (found.filing && found.state === 'submitted') {
        found.filing.amountFen = command.amountFen;
        return moveFiling('refile', 'pending');
      }
      return 'ok';
    case 'complete':
      if (!editable) return 'notEditable';
      found.complete = true;
      return 'ok';
    case 'reapply': {
      if (found.state !== 'rejected' && found.state !== 'withdrawn') return 'alreadyDecided';
      const isOpen = model.applications.some(
        ({ registrant, state }, n) => n > command.application && registrant === found.registrant && state === 'draft',
      );
      if (!isOpen) model.applications.push(newApplication(found.registrant, false));
      return 'ok';
    }
  }
}

function duesDone({ filing, saved, savedSince }: ModelApplication): boolean {
  if (filing?.state === 'pending' || filing?.state === 'confirmed') return true;
  return saved !== null && (!filing || savedSince);
}

function isPaid({ filing }: ModelApplication): boolean {
  return filing?.state === 'confirmed' && filing.amountFen >= CHARGE_FEN;
}

/** A meeting decides on several, each as approving it alone would, without a reason to override anything. */
export function applyMeeting(model: Model, applications: readonly number[]): string[] {
  return applications.map((application) => applyTo(model, { kind: 'approve', application, reviewer: 0, reason: '' }));
}

/** A command that would say nothing here: no such application, nothing filed yet, or too many applications already. */
export function isIdle(model: Model, command: Command): boolean {
  const found = model.applications[command.application];
  if (!found) return true;
  const kinds = command.kind === 'race' ? command.decisions.map(({ kind }) => kind) : [command.kind];
  if (kinds.some((kind) => kind === 'confirm' || kind === 'void' || kind === 'returnFiling')) return !found.filing;
  if (command.kind === 'complete') return found.complete;
  return command.kind === 'reapply' && model.applications.length >= MOST_APPLICATIONS;
}
