import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { dayOf, formatDay } from '../days';
import type { Tx } from '../db';
import { arrivedFen } from '../dues/arrived';
import { confirmLoadedFiling } from '../dues/confirm-filing';
import { lockFiling } from '../dues/lock-charges';
import { loadFiling } from '../dues/queries';
import { settleUnfiled } from '../dues/record-unfiled';
import { type Money, settlePayment } from '../dues/settle-payment';
import { DomainError } from '../errors';
import { formatFen } from '../money';
import { once } from '../once';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { linkPayment } from './link-payment';
import { bankRowMachine, lockRow } from './machine';
import { findSameMoney } from './recorded';

/** A filing, charges of one company that nobody has filed, or the very money as it was recorded by hand before. */
export type SettleTarget = { filingId: string } | { chargeIds: readonly string[] } | { paymentId: string };

export type Settling = {
  rowId: string;
  target: SettleTarget;
  /** Only this much of the row, which stays open for the rest; all of what is left when it is not given. */
  amountFen?: number;
  /** Of a filing: what is short of it will not come, confirm it as it is. */
  onlyArrived?: boolean;
  /** Somebody says: it is other money than what was recorded before and looks just like it. */
  isAnother?: boolean;
  key: string;
};

/**
 * Records money of a statement's row as a payment for a filing, which is confirmed when all of it is there, or for charges
 * that nobody has filed, whose liaison is asked by SMS (product 6). The row is settled when payments stand for all of it.
 * Money that was recorded by hand before is linked and not settled again; for anything else such a row is refused, until
 * somebody says that it is another.
 * @throws DomainError `alreadyDecided` when the row or the filing is, `invalid` for more than is left of the row, or for
 * what looks like money that was recorded before
 */
export async function settleRow(actor: AccountActor, { rowId, key, ...settling }: Settling): Promise<void> {
  authorize(actor, 'statement.work', null);
  await transaction((tx) =>
    once(tx, actor, 'statement.settle', `${rowId}:${key}`, async () => {
      const row = await lockRow(tx, rowId);
      if (row.state !== 'open') throw new DomainError('alreadyDecided');
      const part = await settleFor(tx, actor, row, settling);
      if (part === row.leftFen) await transition(tx, actor, bankRowMachine, { id: rowId, from: row.state, event: 'settle', data: {} });
      return rowId;
    }),
  );
}

type Row = Awaited<ReturnType<typeof lockRow>>;

async function settleFor(
  tx: Tx,
  actor: AccountActor,
  row: Row,
  { target, amountFen, onlyArrived, isAnother }: Omit<Settling, 'rowId' | 'key'>,
): Promise<number> {
  if ('paymentId' in target) return linkPayment(tx, actor, { ...target, row });
  if (!isAnother) await refuseSameMoney(tx, row);
  const part = amountFen ?? row.leftFen;
  if (part > row.leftFen) throw new DomainError('invalid', { fieldErrors: { amount: '超过了这一行还没有用完的金额' } });
  const { id: bankRowId, payerName: payer, serial, memo } = row;
  const money = { source: 'bank', bankRowId, amountFen: part, paidOn: dayOf(row.paidOn), payer, serial, note: memo } as const;
  if ('filingId' in target) await settleFiling(tx, actor, { ...money, ...target, onlyArrived });
  else await settleUnfiled(tx, actor, { ...money, chargeIds: target.chargeIds });
  return part;
}

// Once a person has settled a part of the row, what looks like it was seen.
async function refuseSameMoney(tx: Tx, row: Row): Promise<void> {
  const same = row.payments.length ? null : await findSameMoney(tx, row);
  if (!same) return;
  const what = `${same.name} ${formatDay(same.paidOn)} ${formatFen(same.amountFen)}`;
  const where = same.isLinked ? '另一份对账单里已经有同样的一笔' : '已经登记过同样的一笔到款';
  throw new DomainError('invalid', { fieldErrors: { isAnother: `${where}：${what}。请先核对；确实是另一笔的，勾选后再确认。` } });
}

type FiledMoney = Omit<Money, 'chargeIds'> & { filingId: string; onlyArrived?: boolean };

// A filing may come in several rows: it is confirmed by the one that makes it whole.
async function settleFiling(tx: Tx, actor: AccountActor, { onlyArrived, ...money }: FiledMoney): Promise<void> {
  await lockFiling(tx, money.filingId);
  const filing = await loadFiling(tx, money.filingId);
  authorize(actor, 'filing.confirm', filing);
  if (filing.state !== 'pending') throw new DomainError('alreadyDecided');
  await settlePayment(tx, actor, { ...money, chargeIds: filing.charges.map(({ chargeId }) => chargeId) });
  if (onlyArrived || arrivedFen(filing) + money.amountFen >= filing.amountFen)
    await confirmLoadedFiling(tx, actor, filing, { onlyArrived });
}
