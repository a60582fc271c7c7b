import 'server-only';
import type * as z from 'zod';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit, sha256 } from '../audit/record-audit';
import { today } from '../clock';
import { type Day, dayOf, formatDay, toColumn } from '../days';
import { DomainError } from '../errors';
import { isUniqueViolation, transaction } from '../transaction';
import type { publishSchema } from './schema';

/**
 * Publishes a new version of 章程 or 隐私政策, which holds from a day on, today at the earliest; earlier ones stay readable.
 * From that day everybody is asked to agree to a new privacy policy before they go on. Asks for a fresh second factor.
 * @throws DomainError `forbidden`, `stepUp`, `stale` when another version was published since the form was opened, `invalid`
 * for a day that is over, or before that of a version which is to come
 */
export async function publishDocument(actor: AccountActor, { base, validFrom, ...document }: z.infer<typeof publishSchema>): Promise<void> {
  authorize(actor, 'document.publish', null);
  const { kind, title, summary, body } = document;
  await transaction(async (tx) => {
    const last = await tx.documentVersion.findFirst({ where: { kind }, orderBy: { number: 'desc' } });
    if ((last?.number ?? 0) !== base) throw new DomainError('stale');
    requireDay(validFrom, await today(tx), last?.validFrom ? dayOf(last.validFrom) : null);
    const data = { ...document, number: base + 1, validFrom: toColumn(validFrom) };
    const { id } = await tx.documentVersion.create({ data, select: { id: true } });
    await recordAudit(tx, actor, {
      action: 'document.publish',
      record: 'documentVersion',
      recordId: id,
      data: { kind, number: base + 1, title, summary, validFrom, body: sha256(body) },
    });
  }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError('stale') : error;
  });
}

function requireDay(validFrom: Day, day: Day, last: Day | null): void {
  const earliest = last && last > day ? last : day;
  if (validFrom >= earliest) return;
  throw new DomainError('invalid', { fieldErrors: { validFrom: `施行日期不能早于 ${formatDay(earliest)}` } });
}
