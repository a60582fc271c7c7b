import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';

/**
 * One writer at a time for a company, until the transaction ends. Rows that only name the company, as money that comes in
 * does, are not held up: whoever holds its charges would wait for us, and we for them. @throws DomainError `notFound`
 */
export async function lockCompany(tx: Tx, companyId: string): Promise<void> {
  const found = await tx.$queryRaw`SELECT "id" FROM "Company" WHERE "id" = ${companyId}::uuid FOR NO KEY UPDATE`;
  if (!Array.isArray(found) || !found.length) throw new DomainError('notFound');
}
