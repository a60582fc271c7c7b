import { randomUUID } from 'node:crypto';
import type { AccountActor } from '../../lib/access/actor';
import { db } from '../../lib/db';
import { confirmMapping } from '../../lib/statements/confirm-mapping';
import { mappingFormSchema } from '../../lib/statements/schema';
import { uploadStatement } from '../../lib/statements/upload-statement';
import type { Applicant } from './fixtures';

/** A statement with a row of this member's, and one whose layout nobody has confirmed. */
export async function seedStatements({
  company,
  uscc,
}: Applicant): Promise<Record<'statement' | 'bankRow' | 'newLayout' | 'layout' | 'uscc', string>> {
  const { id, name, phone } = await db().account.findUniqueOrThrow({ where: { phone: '13900000002' } });
  const who = { roles: ['finance' as const], companyIds: [], sessionId: '', address: '127.0.0.1', freshFactor: false };
  const finance: AccountActor = { kind: 'account', id, name, phone, ...who };
  const { id: statement } = await uploadStatement(finance, bankFile(company, uscc));
  const columns = { paidOn: '0', credit: '1', payerName: '2', memo: '3', serial: '4' };
  await confirmMapping(finance, mappingFormSchema.parse({ statementId: statement, ...columns }));
  const { id: newLayout } = await uploadStatement(finance, bankFile(company, uscc));
  const row = await db().bankRow.findFirstOrThrow({ where: { statementId: statement }, orderBy: { position: 'asc' } });
  const { layout } = await db().bankStatement.findUniqueOrThrow({ where: { id: statement } });
  return { statement, bankRow: row.id, newLayout, layout, uscc };
}

function bankFile(payer: string, memo: string) {
  const body = [
    `交易日期,贷方发生额,对方户名,附言,交易流水号,${randomUUID()}`,
    `2026-11-20,3000.00,${payer},会费${memo},${randomUUID()},`,
    '',
  ];
  return { name: '工行11月明细.csv', body: Buffer.from(body.join('\n')) };
}
