'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { formatFen } from '@/lib/money';
import { confirmMapping } from '@/lib/statements/confirm-mapping';
import { discardStatement } from '@/lib/statements/discard-statement';
import { ignoreRow, ignoreRows, reopenRow } from '@/lib/statements/ignore-row';
import { changeLayout, forgetLayout } from '@/lib/statements/layouts';
import { noteRow } from '@/lib/statements/note-row';
import {
  ignoreRowSchema,
  ignoreRowsSchema,
  layoutFormSchema,
  layoutSchema,
  mappingFormSchema,
  noteRowSchema,
  rowIdSchema,
  settleRowSchema,
  statementIdSchema,
  sureRowsSchema,
} from '@/lib/statements/schema';
import { settleRow } from '@/lib/statements/settle-row';
import { settleSureRows } from '@/lib/statements/settle-sure-rows';

const changed = () => revalidatePath('/admin', 'layout');

export const confirmMappingAction = defineAction(mappingFormSchema, async ({ actor, input }) => {
  await confirmMapping(actor, input);
  changed();
});

export const discardStatementAction = defineAction(statementIdSchema, async ({ actor, input: { statementId } }) => {
  await discardStatement(actor, statementId);
  changed();
  redirect('/admin/statements');
});

export const changeLayoutAction = defineAction(layoutFormSchema, async ({ actor, input }) => {
  await changeLayout(actor, input);
  changed();
  redirect('/admin/statements?saved=layout');
});

export const forgetLayoutAction = defineAction(layoutSchema, async ({ actor, input }) => {
  await forgetLayout(actor, input.layout);
  changed();
  redirect('/admin/statements?saved=forgotten');
});

export const settleRowAction = defineAction(settleRowSchema, async ({ actor, input, key }) => {
  const { filingId, paymentId, chargeIds, amount, ...rest } = input;
  const target = paymentId ? { paymentId } : filingId ? { filingId } : { chargeIds };
  await settleRow(actor, { ...rest, target, amountFen: amount, key });
  changed();
});

export const settleSureRowsAction = defineAction(sureRowsSchema, async ({ actor, input, key }) => {
  const results = await settleSureRows(actor, { ...input, key });
  changed();
  return {
    data: Object.fromEntries(
      results.map(({ rowId, payerName, amountFen, name, isLinked, refusal }) => [
        rowId,
        `${payerName} ${formatFen(amountFen)}：${refusal ? `没有确认，${refusal}` : `${isLinked ? '已关联到登记过的到款' : '已确认到账'}，${name}`}`,
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

export const ignoreRowsAction = defineAction(ignoreRowsSchema, async ({ actor, input }) => {
  await ignoreRows(actor, input);
  changed();
});

export const reopenRowAction = defineAction(rowIdSchema, async ({ actor, input }) => {
  await reopenRow(actor, input.rowId);
  changed();
});
