import fc from 'fast-check';
import type { ChargeDecision, ChargeState, FilingState, RefundState } from '../../lib/generated/prisma/enums';

export const LEVELS = [300_000, 1_000_000, 2_000_000] as const;

/** What product 6 says of one member's dues, told a second time and without a database. Years count from last year. */
export type ModelCharge = {
  year: number;
  kind: 'standard' | 'topUp';
  amount: number;
  state: ChargeState;
  held: number;
  proposed: ChargeDecision | null;
};
export type ModelPayment = { amount: number; left: number; waits: boolean; filing: number | null; on: Map<number, number> };
export type ModelFiling = {
  charges: number[];
  amount: number;
  state: FilingState;
  filedAt: number;
  arrived: number;
  givenBack: { fen: number; at: number }[];
};
export type ModelRefund = { payment: number; charge: number | null; amount: number; state: RefundState };
export type Model = {
  levelFen: (typeof LEVELS)[number];
  charges: ModelCharge[];
  payments: ModelPayment[];
  filings: ModelFiling[];
  refunds: ModelRefund[];
  moves: { charge: number; filing: number; refund: number };
  clock: number;
  hits: string[];
};

const ALONE_FEN = 300_000;
export const newModel = (): Model => ({
  levelFen: LEVELS[0],
  charges: [],
  payments: [],
  filings: [],
  refunds: [],
  moves: { charge: 0, filing: 0, refund: 0 },
  clock: 0,
  hits: [],
});

export type Single =
  | { kind: 'raise'; year: number }
  | { kind: 'promote' }
  | { kind: 'topUp' }
  | { kind: 'file'; year: number; other: number; amount: number }
  | { kind: 'confirm' | 'return'; filing: number }
  | { kind: 'unfiled'; charge: number; amount: number }
  | { kind: 'waive' | 'reopen' | 'cancel'; charge: number }
  | { kind: 'agree' | 'refuseDecision'; charge: number; self: boolean }
  | { kind: 'apply'; payment: number; charge: number }
  | { kind: 'void'; payment: number }
  | { kind: 'refund'; payment: number; charge: number | null; amount: number }
  | { kind: 'approve' | 'refuse'; refund: number; self: boolean }
  | { kind: 'pay'; refund: number };
export type Command = Single | { kind: 'race'; pair: [Single, Single] };

const at = fc.nat(5);
const year = fc.nat(2);
const amount = fc.constantFrom(300_000, 300_000, 299_900, 100_000, 600_000, 1_000_000, 700_000);
const of = <K extends string, R extends object>(kind: K, rest: { [P in keyof R]: fc.Arbitrary<R[P]> }) =>
  fc.record({ kind: fc.constant(kind), ...rest }) as fc.Arbitrary<{ kind: K } & R>;

const file = of('file', { year, other: year, amount });
const confirm = of('confirm', { filing: at });
const giveBack = of('return', { filing: at });
const unfiled = of('unfiled', { charge: at, amount });
const waive = of('waive', { charge: at });
const cancel = of('cancel', { charge: at });
const agree = of('agree', { charge: at, self: fc.boolean() });
const refuseDecision = of('refuseDecision', { charge: at, self: fc.boolean() });
const refund = of('refund', { payment: at, charge: fc.option(at), amount: fc.constantFrom(1000, 1000, 400_000) });
const pay = of('pay', { refund: at });
const single: fc.Arbitrary<Single> = fc.oneof(
  { weight: 1, arbitrary: of('raise', { year }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'promote' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'topUp' as const }) },
  { weight: 7, arbitrary: file },
  { weight: 5, arbitrary: confirm },
  { weight: 2, arbitrary: giveBack },
  { weight: 2, arbitrary: unfiled },
  { weight: 1, arbitrary: waive },
  { weight: 2, arbitrary: of('reopen', { charge: at }) },
  { weight: 2, arbitrary: cancel },
  { weight: 2, arbitrary: agree },
  { weight: 1, arbitrary: refuseDecision },
  { weight: 2, arbitrary: of('apply', { payment: at, charge: at }) },
  { weight: 2, arbitrary: of('void', { payment: at }) },
  { weight: 6, arbitrary: refund },
  { weight: 3, arbitrary: of('approve', { refund: at, self: fc.boolean() }) },
  { weight: 2, arbitrary: of('refuse', { refund: at, self: fc.boolean() }) },
  { weight: 4, arbitrary: pay },
);

/** Two hands on the same thing at the same moment. */
const race: fc.Arbitrary<[Single, Single]> = fc.oneof(
  confirm.map((one): [Single, Single] => [one, one]),
  fc.nat(5).map((filing): [Single, Single] => [
    { kind: 'confirm', filing },
    { kind: 'return', filing },
  ]),
  fc.tuple(fc.nat(2), amount).map(([each, fen]): [Single, Single] => [
    { kind: 'file', year: each, other: each, amount: fen },
    { kind: 'file', year: each, other: each, amount: fen },
  ]),
  fc.nat(5).map((charge): [Single, Single] => [
    { kind: 'waive', charge },
    { kind: 'cancel', charge },
  ]),
  agree.map((one): [Single, Single] => [one, { ...one, kind: 'refuseDecision' }]),
  refund.map((one): [Single, Single] => [one, one]),
  pay.map((one): [Single, Single] => [one, one]),
  fc.constant<[Single, Single]>([{ kind: 'topUp' }, { kind: 'topUp' }]),
  fc.nat(2).map((each): [Single, Single] => [
    { kind: 'raise', year: each },
    { kind: 'raise', year: each },
  ]),
);

export const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: single },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('race' as const), pair: race }) },
);

/** Means one that is there, where there are any. */
export function resolve(model: Model, command: Single): Single {
  const within = (index: number, list: readonly unknown[]) => (list.length ? index % list.length : index);
  return {
    ...command,
    ...('filing' in command && { filing: within(command.filing, model.filings) }),
    ...('payment' in command && { payment: within(command.payment, model.payments) }),
    ...('refund' in command && { refund: within(command.refund, model.refunds) }),
    ...('charge' in command && command.charge !== null && { charge: within(command.charge, model.charges) }),
  };
}

/** A command about something that is not there says nothing. */
export function isIdle(model: Model, command: Single): boolean {
  if ('filing' in command && !model.filings[command.filing]) return true;
  if ('charge' in command && command.charge !== null && !model.charges[command.charge]) return true;
  if ('payment' in command && !model.payments[command.payment]) return true;
  return 'refund' in command && !model.refunds[command.refund];
}

/** Moves the model by one command and answers what the product has to answer: `ok`, or the code of its refusal. */
export function applyTo(model: Model, command: Single): string {
  model.clock++;
  switch (command.kind) {
    case 'raise': {
      const raised = model.charges.some((each) => each.year === command.year && each.kind === 'standard');
      // A promotion of this year counts from the next.
      const amountFen = command.year === 2 ? model.levelFen : LEVELS[0];
      if (!raised) model.charges.push({ year: command.year, kind: 'standard', amount: amountFen, state: 'open', held: 0, proposed: null });
      return 'ok';
    }
    case 'promote':
      model.levelFen = LEVELS[LEVELS.indexOf(model.levelFen) + 1] ?? model.levelFen;
      return 'ok';
    case 'topUp': {
      const own = model.charges.filter((each) => each.year === 1 && each.state !== 'cancelled');
      const standard = own.find((each) => each.kind === 'standard' && each.state === 'open');
      const missing = model.levelFen - own.reduce((sum, each) => sum + each.amount, 0);
      if (!standard || missing <= 0) return 'alreadyDecided';
      model.charges.push({ year: 1, kind: 'topUp', amount: missing, state: 'open', held: 0, proposed: null });
      return 'ok';
    }
    case 'file':
      return fileDues(model, command);
    case 'confirm': {
      const filing = must(model.filings[command.filing]);
      if (filing.state !== 'pending') return 'alreadyDecided';
      confirmFiling(model, command.filing);
      return 'ok';
    }
    case 'return': {
      const filing = must(model.filings[command.filing]);
      if (filing.state !== 'pending') return 'alreadyDecided';
      return moveFiling(model, filing, 'return', 'returned');
    }
    case 'unfiled': {
      const charge = must(model.charges[command.charge]);
      if (charge.state !== 'open') return 'alreadyDecided';
      if (isFiled(model, command.charge) || charge.held >= charge.amount) return 'invalid';
      settle(model, { amount: command.amount, charges: [command.charge], filing: null, waits: true });
      return 'ok';
    }
    case 'waive':
    case 'cancel': {
      const charge = must(model.charges[command.charge]);
      if (charge.proposed || !isDecidable(model, command.charge, command.kind)) return 'invalid';
      if (charge.state === 'open' && charge.amount - charge.held > ALONE_FEN) {
        const answer = moveCharge(model, charge, 'open', command.kind === 'waive' ? 'proposeWaive' : 'proposeCancel', 'open');
        charge.proposed = command.kind;
        return answer;
      }
      return moveCharge(model, charge, 'open', command.kind, DECIDED[command.kind]);
    }
    case 'agree': {
      const charge = must(model.charges[command.charge]);
      const { proposed } = charge;
      if (!proposed) return 'alreadyDecided';
      if (command.self) return 'forbidden';
      if (!isDecidable(model, command.charge, proposed)) return 'invalid';
      return moveCharge(model, charge, 'open', proposed, DECIDED[proposed]);
    }
    case 'refuseDecision': {
      const charge = must(model.charges[command.charge]);
      return charge.proposed ? moveCharge(model, charge, 'open', command.self ? 'withdraw' : 'refuse', 'open') : 'alreadyDecided';
    }
    case 'reopen':
      return moveCharge(model, must(model.charges[command.charge]), 'waived', 'reopen', 'open');
    case 'apply': {
      const payment = must(model.payments[command.payment]);
      const charge = must(model.charges[command.charge]);
      const left = payment.left - spokenFor(model, command.payment, null);
      const fen = charge.state === 'open' ? Math.min(left, charge.amount - charge.held) : 0;
      if (fen <= 0) return 'invalid';
      put(model, payment, command.charge, fen);
      return 'ok';
    }
    case 'void':
      return voidPayment(model, command.payment);
    case 'refund': {
      if (command.amount > free(model, command.payment, command.charge)) return 'invalid';
      const { payment, charge } = command;
      const state = command.amount > ALONE_FEN ? 'requested' : 'approved';
      model.refunds.push({ payment, charge, amount: command.amount, state });
      return 'ok';
    }
    case 'approve':
      if (command.self) return 'forbidden';
      return moveRefund(model, must(model.refunds[command.refund]), ['requested'], 'approve', 'approved');
    case 'refuse': {
      const event = command.self ? 'withdraw' : 'refuse';
      return moveRefund(model, must(model.refunds[command.refund]), ['requested', 'approved'], event, 'refused');
    }
    case 'pay': {
      const refunded = must(model.refunds[command.refund]);
      const answer = moveRefund(model, refunded, ['approved'], 'pay', 'done');
      if (answer === 'ok') takeBack(model, refunded);
      return answer;
    }
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the command is idle');
  return value;
}

const DECIDED = { waive: 'waived', cancel: 'cancelled' } as const;

function isDecidable(model: Model, index: number, decision: ChargeDecision): boolean {
  const { state, held, amount: owed } = must(model.charges[index]);
  return !isFiled(model, index) && !(decision === 'waive' && state === 'open' && held >= owed);
}

const isFiled = (model: Model, charge: number) =>
  model.filings.some(({ state, charges }) => state === 'pending' && charges.includes(charge));
const waitsOn = (model: Model, charge: number) => model.payments.some(({ waits, on }) => waits && on.has(charge));
const payable = (model: Model) =>
  model.charges.flatMap((charge, index) =>
    charge.state === 'open' && !isFiled(model, index) && (waitsOn(model, index) || charge.held < charge.amount) ? [index] : [],
  );

function fileDues(model: Model, { year: own, other, amount: fen }: { year: number; other: number; amount: number }): string {
  const open = payable(model);
  const ours = open.filter((index) => model.charges[index]?.year === own);
  if (!ours.length) return 'notEditable';
  const charges = open.filter((index) => [own, other].includes(model.charges[index]?.year ?? -1));
  const returned = model.filings
    .filter((filing) => filing.state === 'returned' && filing.charges.some((index) => ours.includes(index)))
    .toSorted((one, another) => another.filedAt - one.filedAt)[0];
  const filing: ModelFiling = returned ?? { charges, amount: fen, state: 'pending', filedAt: model.clock, arrived: 0, givenBack: [] };
  if (returned) moveFiling(model, returned, 'refile', 'pending');
  else model.filings.push(filing);
  Object.assign(filing, { charges, amount: fen, filedAt: model.clock });
  const index = model.filings.indexOf(filing);
  const arrived = model.payments.filter(({ waits, on }) => waits && charges.some((each) => on.has(each)));
  for (const payment of arrived) Object.assign(payment, { waits: false, filing: index });
  filing.arrived += arrived.reduce((sum, payment) => sum + payment.amount, 0);
  if (arrived.length && arrivedOf(filing) >= fen) confirmFiling(model, index);
  return 'ok';
}

const arrivedOf = ({ arrived, givenBack, filedAt }: ModelFiling) =>
  givenBack.reduce((sum, { fen, at }) => sum - (at < filedAt ? fen : 0), arrived);

function confirmFiling(model: Model, index: number): void {
  const filing = must(model.filings[index]);
  moveFiling(model, filing, 'confirm', 'confirmed');
  const missing = filing.amount - arrivedOf(filing);
  if (missing <= 0) return;
  settle(model, { amount: missing, charges: filing.charges, filing: index, waits: false });
  filing.arrived += missing;
}

type Settled = { amount: number; charges: number[]; filing: number | null; waits: boolean };

function settle(model: Model, { amount: fen, charges, filing, waits }: Settled): void {
  const payment: ModelPayment = { amount: fen, left: fen, waits, filing, on: new Map() };
  model.payments.push(payment);
  const rank = (index: number) => must(model.charges[index]).year * 1000 + (must(model.charges[index]).kind === 'topUp' ? 500 : 0) + index;
  for (const index of charges.toSorted((one, other) => rank(one) - rank(other))) {
    const charge = must(model.charges[index]);
    if (charge.state !== 'waived') put(model, payment, index, Math.min(payment.left, charge.amount - charge.held));
  }
}

function put(model: Model, payment: ModelPayment, index: number, fen: number): void {
  const charge = must(model.charges[index]);
  if (fen <= 0) return;
  charge.held += fen;
  payment.left -= fen;
  payment.on.set(index, (payment.on.get(index) ?? 0) + fen);
  if (charge.proposed && charge.held >= charge.amount) moveCharge(model, charge, 'open', 'lapse', 'open');
}

function spokenFor(model: Model, payment: number, charge: number | null): number {
  return model.refunds
    .filter((each) => each.payment === payment && each.charge === charge && ['requested', 'approved'].includes(each.state))
    .reduce((sum, each) => sum + each.amount, 0);
}

function free(model: Model, index: number, charge: number | null): number {
  const payment = must(model.payments[index]);
  const there = charge === null ? payment.left : model.charges[charge]?.state === 'cancelled' ? (payment.on.get(charge) ?? 0) : 0;
  return there - spokenFor(model, index, charge);
}

function takeBack(model: Model, { payment: index, charge, amount: fen }: ModelRefund): void {
  const payment = must(model.payments[index]);
  if (payment.filing !== null) must(model.filings[payment.filing]).givenBack.push({ fen, at: model.clock });
  if (charge === null) payment.left -= fen;
  else {
    must(model.charges[charge]).held -= fen;
    payment.on.set(charge, (payment.on.get(charge) ?? 0) - fen);
  }
}

/** As if it had never come: it is gone, those after it move up; of refunds of it only refused ones are there, which stay. */
function voidPayment(model: Model, index: number): string {
  const payment = must(model.payments[index]);
  const charges = [...payment.on.keys()].map((each) => must(model.charges[each]));
  if (model.refunds.some((each) => each.payment === index && each.state !== 'refused')) return 'invalid';
  if (charges.some(({ state }) => state === 'waived')) return 'invalid';
  for (const [charge, fen] of payment.on) must(model.charges[charge]).held -= fen;
  model.payments.splice(index, 1);
  for (const each of model.refunds) each.payment = each.payment === index ? -1 : each.payment - Number(each.payment > index);
  const filing = payment.filing === null ? null : must(model.filings[payment.filing]);
  if (filing) filing.arrived -= payment.amount;
  if (filing?.state === 'confirmed' && arrivedOf(filing) < filing.amount) moveFiling(model, filing, 'void', 'pending');
  for (const charge of charges) moveCharge(model, charge, charge.state, 'void', 'open');
  return 'ok';
}

function moveFiling(model: Model, filing: ModelFiling, event: string, to: FilingState): string {
  model.hits.push(`filing ${filing.state} ${event}`);
  model.moves.filing++;
  filing.state = to;
  return 'ok';
}

function moveCharge(model: Model, charge: ModelCharge, from: ChargeState, event: string, to: ChargeState): string {
  if (charge.state !== from) return 'alreadyDecided';
  model.hits.push(`charge ${from} ${event}`);
  model.moves.charge++;
  charge.state = to;
  charge.proposed = null;
  return 'ok';
}

function moveRefund(model: Model, refunded: ModelRefund, from: RefundState[], event: string, to: RefundState): string {
  if (!from.includes(refunded.state)) return 'alreadyDecided';
  model.hits.push(`refund ${refunded.state} ${event}`);
  model.moves.refund++;
  refunded.state = to;
  return 'ok';
}
