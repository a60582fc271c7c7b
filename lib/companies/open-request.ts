import 'server-only';
import type { Tx } from '../db';
import type { CompanyChange } from '../generated/prisma/client';
import { OPEN_REQUEST } from './states';

/** The request of a company that staff, or the member after a return, have yet to deal with. There is one at most. */
export async function findOpenRequest(tx: Tx, companyId: string): Promise<CompanyChange | null> {
  return tx.companyChange.findFirst({ where: { companyId, kind: 'request', state: { in: [...OPEN_REQUEST] } } });
}

/** The 退会申请 of a company that staff have yet to decide. There is one at most. */
export async function findOpenExit(tx: Tx, companyId: string): Promise<CompanyChange | null> {
  return tx.companyChange.findFirst({ where: { companyId, kind: 'exit', state: 'pending' } });
}
