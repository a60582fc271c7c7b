import 'server-only';
import type { Tx } from '../db';

/** On approval: what the application owed and filed is the company's from now on. */
export async function moveChargesToCompany(tx: Tx, applicationId: string, companyId: string): Promise<void> {
  await tx.charge.updateMany({ where: { applicationId }, data: { companyId } });
  await tx.filing.updateMany({ where: { applicationId }, data: { companyId } });
  await tx.payment.updateMany({ where: { filing: { applicationId } }, data: { companyId } });
}
