import 'server-only';
import type { Tx } from '../db';

/** True when a company with this credit code is, or was, a member. */
export async function isMemberUscc(tx: Tx, uscc: string): Promise<boolean> {
  return (await tx.company.count({ where: { uscc } })) > 0;
}
