import 'server-only';
import type { AccountActor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { valuesAt } from '../companies/change-fields';
import type { Tx } from '../db';
import type { LiaisonOrder } from '../generated/prisma/enums';
import type { Liaisons } from './load-liaisons';
import type { Person } from './schema';

type PersonChange = {
  action: 'liaison.add' | 'liaison.remove' | 'liaison.handOver' | 'liaison.replace' | 'liaison.correct' | 'liaison.erase';
  order: LiaisonOrder;
  before?: Person;
  after?: Person;
  /** Staff's own doing: why, and on which letter where there is one. */
  byStaff?: { fileId: string | null; reason: string };
};

/** A change of person in the company's history, of which staff get a notice (product 5) unless they made it; and the audit. */
export async function recordPersonChange(tx: Tx, actor: AccountActor, { companyId }: Liaisons, change: PersonChange): Promise<void> {
  const { action, order, byStaff } = change;
  const field = order === 'first' ? 'firstLiaison' : 'secondLiaison';
  const before = valuesOf(order, change.before);
  const after = valuesOf(order, change.after);
  const madeAt = await now(tx);
  const { id: changeId } = await tx.companyChange.create({
    data: {
      ...{ companyId, field, kind: 'notice', before, after, madeAt, actorId: actor.id },
      ...(byStaff
        ? { actorName: '协会', state: 'acknowledged', decidedAt: madeAt, letterId: byStaff.fileId }
        : { actorName: actor.name, state: 'pending' }),
    },
    select: { id: true },
  });
  if (byStaff) {
    const by = { actorId: actor.id, actorName: actor.name, reason: byStaff.reason };
    await tx.companyChangeEvent.create({
      data: { changeId, event: byStaff.fileId ? 'replace' : 'acknowledge', to: 'acknowledged', ...by },
    });
  }
  await recordAudit(tx, actor, { action, record: 'company', recordId: companyId, data: { order, before, after, ...byStaff } });
}

function valuesOf(order: LiaisonOrder, person?: Person): Record<string, string> {
  const values = valuesAt(order === 'first' ? 'firstLiaison' : 'secondLiaison', { liaisons: person ? [{ ...person, order }] : [] });
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
