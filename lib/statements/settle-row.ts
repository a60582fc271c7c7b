import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { dayOf } from '../days';
import type { Tx } from '../db';
import { confirmLoadedFiling } from '../dues/confirm-filing';
import { loadFiling } from '../dues/queries';
import { settleUnfiled } from '../dues/record-unfiled';
import { type Money, settlePayment } from '../dues/settle-payment';
import { DomainError } from '../errors';
import { once } from '../once';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { bankRowMachine, lockRow } from './machine';

/** A filing, or charges of one company that nobody has filed. */
export type SettleTarget = { filingId: string } | { chargeIds: readonly string[] };

export type Settling = {
  rowId: string;
  target: SettleTarget;
  /** Only this much of the row, which stays open for the rest; all of what is left when it is not given. */
  amountFen?: number;
  /** Of a filing: what is short of it will not come, confirm it as it is. */
  onlyArrived?: boolean;
  key: string;
};

/**
 * Records money of a statement's row as a payment for a filing, which is confirmed when all of it is there, or for charges
 * that nobody has filed, whose liaison is asked by SMS (product 6). The row is settled when payments stand for all of it.
 * @throws DomainError `alreadyDecided` when the row or the filing is, `invalid` for more than is left of the row
 */
export async function settleRow(actor: AccountActor, { rowId, target, amountFen, onlyArrived, key }: Settling): Promise<void> {
  authorize(actor, 'statement.work', null);
  await transaction((tx) =>
    once(tx, actor, 'statement.settle', `${rowId}:${key}`, async () => {
      const row = await lockRow(tx, rowId);
      if (row.state !== 'open') throw new DomainError('alreadyDecided');
      const part = amountFen ?? row.leftFen;
      if (part > row.leftFen) throw new DomainError('invalid', { fieldErrors: { amount: '超过了这一行还没有用完的金额' } });
      const { payerName: payer, serial, memo } = row;
      const money = { source: 'bank', bankRowId: rowId, amountFen: part, paidOn: dayOf(row.paidOn), payer, serial, note: memo } as const;
      if ('filingId' in target) await settleFiling(tx, actor, { ...money, ...target, onlyArrived });
      else await settleUnfiled(tx, actor, { ...money, chargeIds: target.chargeIds });
      if (part === row.leftFen) await transition(tx, actor, bankRowMachine, { id: rowId, from: row.state, event: 'settle', data: {} });
      return rowId;
    }),
  );
}

type FiledMoney = Omit<Money, 'chargeIds'> & { filingId: string; onlyArrived?: boolean };

// A filing may come in several rows: it is confirmed by the one that makes it whole.
async function settleFiling(tx: Tx, actor: AccountActor, { onlyArrived, ...money }: FiledMoney): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Filing" WHERE "id" = ${money.filingId}::uuid FOR UPDATE`;
  const filing = await loadFiling(tx, money.filingId);
  authorize(actor, 'filing.confirm', filing);
  if (filing.state !== 'pending') throw new DomainError('alreadyDecided');
  await settlePayment(tx, actor, { ...money, chargeIds: filing.charges.map(({ chargeId }) => chargeId) });
  const arrived = filing.payments.reduce((sum, { amountFen }) => sum + amountFen, money.amountFen);
  if (onlyArrived || arrived >= filing.amountFen) await confirmLoadedFiling(tx, actor, filing, { onlyArrived });
}
