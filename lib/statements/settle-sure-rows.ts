import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { errorText } from '../copy/errors';
import { dayOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import { leftOf } from './machine';
import { propose } from './propose';
import { settleRow } from './settle-row';

export type SureResult = { rowId: string; payerName: string; amountFen: number; name: string; isLinked: boolean; refusal?: string };

/** How many rows one click settles. */
export const SURE_AT_ONCE = 200;

/**
 * 确认很可能的: of these rows, which somebody saw as sure, those that still are, each by its own command, so that one that
 * somebody else was first to settle stops none of the others. Answers row by row.
 */
export async function settleSureRows(
  actor: AccountActor,
  { rowIds, key }: { rowIds: readonly string[]; key: string },
): Promise<SureResult[]> {
  authorize(actor, 'statement.work', null);
  const found = await db().bankRow.findMany({
    where: { id: { in: rowIds.slice(0, SURE_AT_ONCE) } },
    include: { payments: { select: { amountFen: true } } },
    orderBy: { position: 'asc' },
  });
  const rows = found.map((row) => ({ ...row, paidOn: dayOf(row.paidOn), leftFen: leftOf(row) }));
  const proposed = await propose(rows.filter(({ state }) => state === 'open'));
  const results: SureResult[] = [];
  for (const { id, payerName, leftFen, amountFen, state } of rows) {
    const { proposals: [best] = [], isSure = false } = proposed.get(id) ?? {};
    const result = { rowId: id, payerName, amountFen: leftFen || amountFen, name: best?.name ?? '', isLinked: best?.recordedOn != null };
    if (state !== 'open') results.push({ ...result, refusal: errorText(new DomainError('alreadyDecided')) });
    else if (!best || !isSure) results.push({ ...result, refusal: '情况有了变化，请逐笔核对。' });
    else results.push({ ...result, ...(await settleOne(actor, { rowId: id, target: best.target, key })) });
  }
  return results;
}

async function settleOne(actor: AccountActor, settling: Parameters<typeof settleRow>[1]): Promise<{ refusal?: string }> {
  try {
    await settleRow(actor, settling);
    return {};
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error.details.fieldErrors?.isAnother ?? errorText(error) };
    throw error;
  }
}
