import * as z from 'zod';
import { optionalText, requiredText } from '../fields';
import { parseYuan } from '../money';
import { mappingSchema } from './mapping';

const rowId = z.uuid();
const statementId = z.uuid();
const columnOf = (value: unknown) => (typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : null);
const list = (value: unknown) => [value ?? []].flat();

/** A select answers with a column's number, or nothing. */
function readMapping({ memo, ...columns }: Record<string, unknown>) {
  return {
    memo: list(memo).flatMap((column) => columnOf(column) ?? []),
    ...Object.fromEntries(
      ['paidOn', 'credit', 'amount', 'direction', 'payerName', 'payerAccount', 'serial'].map((name) => [name, columnOf(columns[name])]),
    ),
  };
}

export const mappingFormSchema = z
  .looseObject({ statementId })
  .transform(({ statementId: id, ...columns }) => ({ statementId: id, ...readMapping(columns) }))
  .pipe(mappingSchema.safeExtend({ statementId }))
  .transform(({ statementId: id, ...mapping }) => ({ statementId: id, mapping }));

const layout = z.string().regex(/^[0-9a-f]{32}$/);

export const statementIdSchema = z.object({ statementId: z.uuid() });
export const layoutSchema = z.object({ layout });
export const layoutFormSchema = z
  .looseObject({ layout })
  .transform(({ layout: key, ...columns }) => ({ layout: key, ...readMapping(columns) }))
  .pipe(mappingSchema.safeExtend({ layout }))
  .transform(({ layout: key, ...mapping }) => ({ layout: key, mapping }));

export const rowIdSchema = z.object({ rowId });
export const noteRowSchema = rowIdSchema.extend({ note: optionalText('备注', 300) });
export const ignoreRowSchema = rowIdSchema.extend({ reason: requiredText('原因', 300) });
const rowIds = z.preprocess((ids) => (typeof ids === 'string' ? ids.split(',') : ids), z.array(z.uuid()).min(1).max(500));
export const ignoreRowsSchema = z.object({ rowIds, reason: requiredText('原因', 300) });
export const sureRowsSchema = z.object({ rowIds });

export const settleRowSchema = z
  .object({
    rowId,
    filingId: z.preprocess((id) => id || null, z.uuid().nullable()),
    paymentId: z.preprocess((id) => id || null, z.uuid().nullable()),
    /** Ticked boxes, or a list in one hidden value. */
    chargeIds: z.preprocess((ids) => list(typeof ids === 'string' ? ids.split(',').filter(Boolean) : ids), z.array(z.uuid()).max(20)),
    /** Empty: all of what is left of the row. */
    amount: z.preprocess(
      (text) => (typeof text === 'string' && text.trim() ? parseYuan(text) : undefined),
      z.number('请填写金额，例如 3000 或 3000.00').positive('请填写金额，例如 3000 或 3000.00').optional(),
    ),
    onlyArrived: z.preprocess((ticked) => ticked === 'true', z.boolean()),
    isAnother: z.preprocess((ticked) => ticked === 'true', z.boolean()),
  })
  .refine(({ filingId, paymentId, chargeIds }) => filingId !== null || paymentId !== null || chargeIds.length > 0, {
    path: ['chargeIds'],
    error: '请至少选择一个年度',
  });
