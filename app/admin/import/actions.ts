'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { chooseWords } from '@/lib/imports/choose-words';
import { discardImport } from '@/lib/imports/discard-import';
import { restartImport } from '@/lib/imports/restart-import';
import { saveTotals } from '@/lib/imports/save-totals';
import { importIdSchema, startCommitSchema, totalsFormSchema, undoImportSchema, wordsFormSchema } from '@/lib/imports/schema';
import { startCommit } from '@/lib/imports/start-commit';
import { undoImport } from '@/lib/imports/undo-import';

const PATH = '/admin/import';

export const chooseWordsAction = defineAction(wordsFormSchema, async ({ actor, input }) => {
  await chooseWords(actor, input);
  revalidatePath(PATH, 'layout');
  return { data: { saved: 'true' } };
});

export const saveTotalsAction = defineAction(totalsFormSchema, async ({ actor, input }) => {
  await saveTotals(actor, input);
  revalidatePath(PATH, 'layout');
  return { data: { saved: 'true' } };
});

export const startCommitAction = defineAction(startCommitSchema, async ({ actor, input }) => {
  await startCommit(actor, input);
  redirect(`${PATH}/${input.importId}`);
});

export const restartImportAction = defineAction(importIdSchema, async ({ actor, input }) => {
  await restartImport(actor, input.importId);
  redirect(`${PATH}/${input.importId}`);
});

export const discardImportAction = defineAction(importIdSchema, async ({ actor, input }) => {
  await discardImport(actor, input.importId);
  redirect(PATH);
});

export const undoImportAction = defineAction(undoImportSchema, async ({ actor, input }) => {
  await undoImport(actor, input);
  redirect(`${PATH}/${input.importId}`);
});
