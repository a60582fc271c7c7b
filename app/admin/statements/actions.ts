'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { formatFen } from '@/lib/money';
import { confirmMapping } from '@/lib/statements/confirm-mapping';
import { ignoreRow, reopenRow } from '@/lib/statements/ignore-row';
import { noteRow } from '@/lib/statements/note-row';
import { ignoreRowSchema, mappingFormSchema, noteRowSchema, rowIdSchema, settleRowSchema, sureRowsSchema } from '@/lib/statements/schema';
import { settleRow } from '@/lib/statements/settle-row';
import { settleSureRows } from '@/lib/statements/settle-sure-rows';

const changed = () => revalidatePath('/admin', 'layout');

export const confirmMappingAction = defineAction(mappingFormSchema, async ({ actor, input }) => {
  await confirmMapping(actor, input);
  changed();
});

export const settleRowAction = defineAction(settleRowSchema, async ({ actor, input, key }) => {
  const { rowId, filingId, chargeIds, amount, onlyArrived } = input;
  await settleRow(actor, { rowId, target: filingId ? { filingId } : { chargeIds }, amountFen: amount, onlyArrived, key });
  changed();
});

export const settleSureRowsAction = defineAction(sureRowsSchema, async ({ actor, input, key }) => {
  const results = await settleSureRows(actor, { ...input, key });
  changed();
  return {
    data: Object.fromEntries(
      results.map(({ rowId, payerName, amountFen, name, refusal }) => [
        rowId,
        `${payerName} ${formatFen(amountFen)}：${refusal ? `没有确认，${refusal}` : `已确认到账，${name}`}`,
      ]),
    ),
  };
});

export const noteRowAction = defineAction(noteRowSchema, async ({ actor, input }) => {
  await noteRow(actor, input);
  changed();
});

export const ignoreRowAction = defineAction(ignoreRowSchema, async ({ actor, input }) => {
  await ignoreRow(actor, input);
  changed();
});

export const reopenRowAction = defineAction(rowIdSchema, async ({ actor, input }) => {
  await reopenRow(actor, input.rowId);
  changed();
});
