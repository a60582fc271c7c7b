import fc from 'fast-check';
import type { ChangeState, LiaisonOrder } from '../../lib/generated/prisma/enums';

/** What product 5 says of one member's company and its liaisons, told a second time and without a database. */
export const PROFILES = ['承建项目 100 项。', '承建项目 200 项。', '承建项目 300 项。'] as const;
export const POSTCODES = ['100038', '200000', '300000'] as const;
export const TITLES = ['主任', '部长'] as const;

/** One after the other: the first liaison at the beginning, two who have no account, one who represents another company too. */
export const PEOPLE = 4;
const WITHOUT_ACCOUNT: readonly number[] = [1, 2];
const ELSEWHERE = 3;

type Editable = 'profile' | 'postcode' | 'title';
type Values = Record<'profile' | 'postcode', number> & { first: number; title: number };
export type ModelRow = { person: number; order: LiaisonOrder; title: number; proven: boolean; open: boolean };
/** `person` before and after where another person came, `value` where the same thing has another value. */
type Change = { person?: readonly [number | null, number | null]; value?: readonly [number, number] };
export type ModelChange = { field: Editable | 'first' | 'second' | 'identity'; state: ChangeState; change: Change };

export type Model = {
  values: Omit<Values, 'first' | 'title'>;
  name: number;
  names: number[];
  rows: ModelRow[];
  changes: ModelChange[];
  hasLicence: boolean;
  /** The edit form that a person has open, as it began. */
  forms: Map<number, Values>;
  /** Whose session has not been ended. */
  live: Set<number>;
  /** How often each thing was written down; one message a notice. */
  audits: Map<string, number>;
  messages: Map<string, number>;
  hits: Set<string>;
};

export const newModel = (): Model => ({
  values: { profile: 0, postcode: 0 },
  name: 0,
  names: [0],
  rows: [{ person: 0, order: 'first', title: 0, proven: true, open: true }],
  changes: [],
  hasLicence: false,
  forms: new Map(),
  live: new Set([0]),
  audits: new Map(),
  messages: new Map(),
  hits: new Set(),
});

const ROLES = ['first', 'second', 'leaver'] as const;
type By = { by: (typeof ROLES)[number] };
export type Asked =
  | ({ kind: 'open' } & By)
  | ({ kind: 'edit'; field: Editable; value: number } & By)
  | { kind: 'acknowledge'; change: number }
  | { kind: 'undo'; change: number; reason: string }
  | ({ kind: 'intrude'; change: number } & By)
  | ({ kind: 'request'; name: number; bare: boolean } & By)
  | ({ kind: 'withdraw' } & By)
  | { kind: 'return'; change: number; reason: string }
  | { kind: 'confirm'; change: number }
  | ({ kind: 'add'; person: number } & By)
  | ({ kind: 'prove' } & By)
  | ({ kind: 'remove'; order: LiaisonOrder } & By)
  | ({ kind: 'handOver'; person: number; wrong: boolean } & By)
  | { kind: 'replace'; order: LiaisonOrder; person: number };
/** The same with the person who is meant. */
export type Single = Asked extends infer A ? (A extends By ? Omit<A, 'by'> & { by: number } : A) : never;
export type Command = Asked | { kind: 'race'; pair: [Asked, Asked] };

const of = <K extends Asked['kind'], R extends object>(kind: K, rest: { [P in keyof R]: fc.Arbitrary<R[P]> }) =>
  fc.record({ kind: fc.constant(kind), ...rest }) as fc.Arbitrary<{ kind: K } & R>;
const by = fc.constantFrom(...ROLES, 'first' as const, 'first' as const, 'second' as const);
const person = fc.nat(PEOPLE - 1);
const change = fc.nat(9);
const reason = fc.constantFrom('请核对', '请核对', '请核对', ' ');
const order = fc.constantFrom<LiaisonOrder>('first', 'second', 'second');

const edit = of('edit', { by, field: fc.constantFrom<Editable>('profile', 'postcode', 'title'), value: fc.nat(2) });
const add = of('add', { by, person });
const handOver = of('handOver', { by, person, wrong: fc.constantFrom(false, false, false, true) });
const replace = of('replace', { order, person });
const request = of('request', { by, name: fc.nat(2), bare: fc.constantFrom(false, false, false, true) });
const single: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 4, arbitrary: of('open', { by }) },
  { weight: 9, arbitrary: edit },
  { weight: 3, arbitrary: of('acknowledge', { change }) },
  { weight: 5, arbitrary: of('undo', { change, reason }) },
  { weight: 1, arbitrary: of('intrude', { by, change }) },
  { weight: 6, arbitrary: request },
  { weight: 2, arbitrary: of('withdraw', { by }) },
  { weight: 4, arbitrary: of('return', { change, reason }) },
  { weight: 4, arbitrary: of('confirm', { change }) },
  { weight: 5, arbitrary: add },
  { weight: 4, arbitrary: of('prove', { by }) },
  { weight: 3, arbitrary: of('remove', { by, order }) },
  { weight: 5, arbitrary: handOver },
  { weight: 3, arbitrary: replace },
);

/** Two hands on the same thing at the same moment. */
const first = { by: 'first' as const };
const race: fc.Arbitrary<[Asked, Asked]> = fc.oneof(
  fc.tuple(person, person).map(([one, other]): [Asked, Asked] => [
    { kind: 'handOver', ...first, person: one, wrong: false },
    { kind: 'handOver', ...first, person: other, wrong: false },
  ]),
  fc.tuple(person, replace).map(([one, letter]): [Asked, Asked] => [{ kind: 'handOver', ...first, person: one, wrong: false }, letter]),
  fc.tuple(add, add),
  fc.tuple(request, request),
  change.map((each): [Asked, Asked] => [
    { kind: 'confirm', change: each },
    { kind: 'withdraw', ...first },
  ]),
  change.map((each): [Asked, Asked] => [
    { kind: 'confirm', change: each },
    { kind: 'return', change: each, reason: '请核对' },
  ]),
  fc.tuple(change, edit).map(([each, typed]): [Asked, Asked] => [
    { kind: 'undo', change: each, reason: '请核对' },
    { ...typed, field: 'postcode' },
  ]),
  change.map((each): [Asked, Asked] => [
    { kind: 'undo', change: each, reason: '请核对' },
    { kind: 'acknowledge', change: each },
  ]),
  fc.tuple(fc.nat(2), fc.nat(2)).map(([one, other]): [Asked, Asked] => [
    { kind: 'edit', by: 'first', field: 'postcode', value: one },
    { kind: 'edit', by: 'second', field: 'postcode', value: other },
  ]),
);

export const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: single },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('race' as const), pair: race }) },
);

export const openAt = (model: Model, wanted: LiaisonOrder) => model.rows.find(({ order: each, open }) => open && each === wanted);
const represents = (model: Model, who: number) => model.rows.some(({ person: each, open, proven }) => each === who && open && proven);
const companiesOf = (model: Model, who: number) => Number(represents(model, who)) + Number(who === ELSEWHERE);

/** Who has a session that lives, and whether it leads to the company. */
export function sessionOf(model: Model, who: number): 'none' | 'elsewhere' | 'company' {
  if (!model.live.has(who)) return 'none';
  return represents(model, who) ? 'company' : 'elsewhere';
}

/** Means a change that is there, and the person who is in the place or left it last; null where there is none. */
export function resolve(model: Model, asked: Asked): Single | null {
  const named = 'change' in asked ? { ...asked, change: asked.change % Math.max(1, model.changes.length) } : asked;
  if ('change' in named && !wanted(model, named)) return null;
  if (!('by' in named)) return named;
  if ((named.kind === 'prove' || (named.kind === 'remove' && named.order === 'second')) && !openAt(model, 'second')) return null;
  const who = named.by === 'leaver' ? leaverOf(model) : openAt(model, named.by)?.person;
  return who === undefined || !everSignedIn(model, who) ? null : { ...named, by: who };
}

// Requests are confirmed and returned, notices seen and undone; the other kind is refused by tests of its own.
function wanted(model: Model, { kind, change: index }: { kind: Asked['kind']; change: number }): boolean {
  const found = model.changes[index];
  return found !== undefined && found.field !== 'profile' && (kind === 'confirm' || kind === 'return') === (found.field === 'identity');
}

const leaverOf = (model: Model) => model.rows.findLast(({ open, person: who }) => !open && !isOpen(model, who))?.person;
const isOpen = (model: Model, who: number) => model.rows.some(({ open, person: each }) => open && each === who);
const everSignedIn = (model: Model, who: number) =>
  who === ELSEWHERE || model.rows.some(({ person: each, proven }) => each === who && proven);

/** Moves the model by one command and answers what the product has to answer: `ok`, `conflict`, or the code of its refusal. */
export function applyTo(model: Model, command: Single): string {
  const answer = 'by' in command ? (refusal(model, command) ?? perform(model, command)) : perform(model, command);
  model.hits.add(`${command.kind} ${answer}`);
  return answer;
}

const ONLY_FIRST: readonly Single['kind'][] = ['add', 'prove', 'remove', 'handOver'];

function refusal(model: Model, { kind, by: who }: Single & { by: number }): string | null {
  const session = sessionOf(model, who);
  if (session === 'none') return 'signedOut';
  if (session === 'elsewhere') return 'notFound';
  if (kind === 'intrude') return 'forbidden';
  return ONLY_FIRST.includes(kind) && openAt(model, 'first')?.person !== who ? 'forbidden' : null;
}

function perform(model: Model, command: Single): string {
  switch (command.kind) {
    case 'open':
      model.forms.set(command.by, valuesOf(model));
      return 'ok';
    case 'edit':
      return edited(model, command);
    case 'acknowledge':
      return move(model, command.change, 'acknowledge', 'acknowledged', ['pending']);
    case 'undo':
      return undone(model, command);
    case 'intrude':
      return 'forbidden';
    case 'request':
      return requested(model, command);
    case 'withdraw': {
      const open = openRequest(model);
      return open < 0 ? 'alreadyDecided' : move(model, open, 'withdraw', 'withdrawn', ['pending', 'returned']);
    }
    case 'return': {
      const answer = move(model, command.change, 'return', 'returned', ['pending'], command.reason);
      if (answer === 'ok') count(model.messages, 'renameReturned');
      return answer;
    }
    case 'confirm':
      return confirmed(model, command.change);
    case 'add':
      return added(model, command.person);
    case 'prove': {
      const row = must(openAt(model, 'second'));
      if (row.proven) return 'handedOver';
      row.proven = true;
      return joined(model, row.person, 'liaison.prove');
    }
    case 'remove':
      return removed(model, command.order);
    case 'handOver':
      if (isOpen(model, command.person)) return 'invalid';
      if (command.wrong) return 'codeWrong';
      return replaced(model, 'first', command.person, 'handOver');
    case 'replace':
      if (isOpen(model, command.person)) return 'invalid';
      return replaced(model, command.order, command.person, 'replace');
  }
}

const valuesOf = (model: Model): Values => {
  const { person: who, title } = must(openAt(model, 'first'));
  return { ...model.values, first: who, title };
};

/** What only one side changed is taken; what both changed is asked about and nothing is written. */
function edited(model: Model, { by: who, field, value }: Extract<Single, { kind: 'edit' }>): string {
  const now = valuesOf(model);
  const base = model.forms.get(who) ?? now;
  const typed = field === 'title' ? value % TITLES.length : value;
  if (field === 'title' && base.first !== now.first) return sent(model, who);
  if (typed === now[field] || typed === base[field]) return sent(model, who);
  if (base[field] !== now[field]) return 'conflict';
  put(model, field, typed);
  model.changes.push({ field, state: field === 'profile' ? 'done' : 'pending', change: { value: [now[field], typed] } });
  if (field === 'title') must(model.changes.at(-1)).change = { person: [now.first, now.first], value: [now.title, typed] };
  count(model.audits, 'company.edit');
  return sent(model, who);
}

function sent(model: Model, who: number): string {
  model.forms.delete(who);
  return 'ok';
}

// Dated rows: the one before stays.
function put(model: Model, field: Editable, value: number): void {
  if (field !== 'title') {
    model.values[field] = value;
    return;
  }
  const row = must(openAt(model, 'first'));
  if (row.title === value) return;
  model.rows.push({ ...row, title: value });
  row.open = false;
}

function undone(model: Model, { change: index, reason: why }: Extract<Single, { kind: 'undo' }>): string {
  const { state, field, change: made } = must(model.changes[index]);
  if (!['pending', 'acknowledged'].includes(state)) return 'alreadyDecided';
  if (!why.trim()) return 'invalid';
  // Another person is brought back by a handover only.
  if (!made.value || field === 'first' || field === 'second' || field === 'identity') return 'changedAgain';
  const now = valuesOf(model);
  const samePerson = !made.person || made.person[1] === now.first;
  if (now[field] !== made.value[1] || !samePerson) return 'changedAgain';
  put(model, field, made.value[0]);
  count(model.messages, 'changeUndone');
  return move(model, index, 'undo', 'undone', ['pending', 'acknowledged'], why);
}

export const openRequest = (model: Model) =>
  model.changes.findIndex(({ field, state }) => field === 'identity' && (state === 'pending' || state === 'returned'));

function requested(model: Model, { name }: Extract<Single, { kind: 'request' }>): string {
  const index = openRequest(model);
  const open = model.changes[index];
  if (open?.state === 'pending') return 'requestOpen';
  if (name === model.name || (!open && !model.hasLicence)) return 'invalid';
  model.hasLicence = false;
  const asked: ModelChange = { field: 'identity', state: 'pending', change: { value: [model.name, name] } };
  if (open) {
    open.change = asked.change;
    return move(model, index, 'resubmit', 'pending', ['returned']);
  }
  model.changes.push(asked);
  count(model.audits, 'change.request');
  return 'ok';
}

function confirmed(model: Model, index: number): string {
  const { change: asked } = must(model.changes[index]);
  const answer = move(model, index, 'confirm', 'confirmed', ['pending']);
  if (answer !== 'ok' || !asked.value) return answer;
  model.name = asked.value[1];
  model.names.push(model.name);
  count(model.messages, 'renameConfirmed');
  return 'ok';
}

function added(model: Model, who: number): string {
  if (openAt(model, 'second')) return 'handedOver';
  if (isOpen(model, who)) return 'invalid';
  model.rows.push({ person: who, order: 'second', title: 0, proven: false, open: true });
  return told(model, 'add', 'second', [null, who]);
}

function removed(model: Model, place: LiaisonOrder): string {
  if (place === 'first') return 'handedOver';
  const row = must(openAt(model, 'second'));
  leave(model, row);
  return told(model, 'remove', 'second', [row.person, null]);
}

function replaced(model: Model, place: LiaisonOrder, who: number, action: 'handOver' | 'replace'): string {
  const row = openAt(model, place);
  if (row) leave(model, row);
  model.rows.push({ person: who, order: place, title: 0, proven: true, open: true });
  joined(model, who, null);
  return told(model, action, place, [row?.person ?? null, who]);
}

function leave(model: Model, row: ModelRow): void {
  row.open = false;
  if (!row.proven) return;
  count(model.messages, 'liaisonLeft');
  if (!companiesOf(model, row.person)) model.live.delete(row.person);
}

function joined(model: Model, who: number, action: string | null): string {
  if (WITHOUT_ACCOUNT.includes(who)) count(model.messages, 'invitation');
  if (action) count(model.audits, action);
  return 'ok';
}

function told(model: Model, action: string, place: LiaisonOrder, people: readonly [number | null, number | null]): string {
  model.changes.push({ field: place, state: action === 'replace' ? 'acknowledged' : 'pending', change: { person: people } });
  count(model.audits, `liaison.${action}`);
  return 'ok';
}

function move(model: Model, index: number, event: string, to: ChangeState, from: readonly ChangeState[], why = '请核对'): string {
  const found = must(model.changes[index]);
  if (!from.includes(found.state)) return 'alreadyDecided';
  if (!why.trim()) return 'invalid';
  model.hits.add(`${found.field === 'identity' ? 'request' : 'notice'} ${found.state} ${event}`);
  found.state = to;
  count(model.audits, `change.${event}`);
  return 'ok';
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the model has no such thing');
  return value;
}
