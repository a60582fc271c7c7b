import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';

/** What a member filed is answered first: whoever waits for 确认 must not find the year gone. @throws DomainError `invalid` */
export async function refuseWhileFiled(tx: Tx, chargeId: string): Promise<void> {
  const waiting = await tx.filingCharge.count({ where: { chargeId, filing: { state: 'pending' } } });
  if (waiting) throw new DomainError('invalid', { text: '这一年度有待确认的汇款信息，请先确认到账或退回。' });
}
