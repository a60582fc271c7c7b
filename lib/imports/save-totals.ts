import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { parseYuan } from '../money';
import { transaction } from '../transaction';
import { findingsSchema, noSums, type Sums } from './findings';
import { reconcile } from './reconcile';

/**
 * What the old system says, typed: per line of 核对 a count, or yuan for money. An empty field stays untyped.
 * @throws DomainError `invalid` at the field, `alreadyDecided`
 */
export async function saveTotals(
  actor: AccountActor,
  { importId, typed }: { importId: string; typed: Record<string, string> },
): Promise<void> {
  authorize(actor, 'import.run', null);
  await transaction(async (tx) => {
    const found = await tx.import.findUnique({ where: { id: importId } });
    if (!found) throw new DomainError('notFound');
    if (found.state !== 'ready') throw new DomainError('alreadyDecided');
    const lines = await reconcile(findingsSchema.parse(found.findings), null, tx);
    const totals: Sums = noSums();
    const fieldErrors: Record<string, string> = {};
    for (const { key, label, isMoney } of lines) {
      const text = (typed[key] ?? '').normalize('NFKC').replace(/[,\s]/g, '');
      if (!text) continue;
      const value = isMoney ? parseYuan(text) : /^\d{1,9}$/.test(text) ? Number(text) : null;
      if (value === null) fieldErrors[key] = `请用数字填写“${label}”`;
      else put(totals, key, value);
    }
    if (Object.keys(fieldErrors).length) throw new DomainError('invalid', { fieldErrors });
    await tx.import.update({ where: { id: importId }, data: { totals } });
    await recordAudit(tx, actor, { action: 'import.totals', record: 'import', recordId: importId, data: { totals } });
  });
}

function put(totals: Sums, key: string, value: number): void {
  const [part, name] = key.split('.');
  const sums = Object.entries(totals).find(([candidate]) => candidate === part)?.[1];
  if (sums && name) Object.assign(sums, { [name]: value });
}
