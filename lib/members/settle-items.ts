import 'server-only';
import type { Tx } from '../db';

type Open = { id: string; incomplete: string[] };

/** These things of 待完善 have been seen to; what was not open stays as it is. */
export async function settleItems(tx: Tx, { id, incomplete }: Open, items: readonly string[]): Promise<void> {
  const left = incomplete.filter((item) => !items.includes(item));
  if (left.length < incomplete.length) await tx.member.update({ where: { id }, data: { incomplete: left } });
}
