'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { acceptExit } from '@/lib/companies/accept-exit';
import { acknowledgeChange } from '@/lib/companies/acknowledge-change';
import { confirmRename } from '@/lib/companies/confirm-rename';
import { declineExit } from '@/lib/companies/decline-exit';
import { acceptExitSchema, changeIdSchema, declineExitSchema, returnRenameSchema, undoSchema } from '@/lib/companies/edit-schema';
import { returnRename } from '@/lib/companies/return-rename';
import { undoChange } from '@/lib/companies/undo-change';

export const acknowledgeChangeAction = defineAction(changeIdSchema, async ({ actor, input: { changeId } }) => {
  await acknowledgeChange(actor, changeId);
  revalidatePath('/admin', 'layout');
});

export const undoChangeAction = defineAction(undoSchema, async ({ actor, input }) => {
  await undoChange(actor, input);
  revalidatePath('/admin', 'layout');
});

export const confirmRenameAction = defineAction(changeIdSchema, async ({ actor, input: { changeId } }) => {
  await confirmRename(actor, changeId);
  revalidatePath('/admin', 'layout');
});

export const returnRenameAction = defineAction(returnRenameSchema, async ({ actor, input }) => {
  await returnRename(actor, input);
  revalidatePath('/admin', 'layout');
});

export const acceptExitAction = defineAction(acceptExitSchema, async ({ actor, input }) => {
  await acceptExit(actor, input);
  revalidatePath('/admin', 'layout');
});

export const declineExitAction = defineAction(declineExitSchema, async ({ actor, input }) => {
  await declineExit(actor, input);
  revalidatePath('/admin', 'layout');
});
