import 'server-only';
import type { Tx } from '../db';

/** Who is written to about a company's dues: its 第一联络员, with the company's name. Null while there is none. */
export async function findFirstLiaison(tx: Tx, companyId: string) {
  return tx.liaison.findFirst({
    where: { companyId, order: 'first', to: null },
    select: { name: true, mobile: true, email: true, company: { select: { name: true, uscc: true } } },
  });
}
