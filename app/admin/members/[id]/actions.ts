'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { correctCompany } from '@/lib/companies/correct-company';
import { correctCompanySchema } from '@/lib/companies/staff-schema';
import { replaceLiaison } from '@/lib/liaisons/replace-liaison';
import { replaceLiaisonSchema } from '@/lib/liaisons/schema';
import { addNote } from '@/lib/members/add-note';
import { changeLevel } from '@/lib/members/change-level';
import { changeMemberState } from '@/lib/members/change-member-state';
import { correctMembership } from '@/lib/members/correct-membership';
import { mergeMembers } from '@/lib/members/merge-members';
import { removeNote } from '@/lib/members/remove-note';
import {
  addNoteSchema,
  changeLevelSchema,
  changeStateSchema,
  correctMembershipSchema,
  mergeSchema,
  noteIdSchema,
  settleItemSchema,
} from '@/lib/members/schema';
import { settleItem } from '@/lib/members/settle-item';
import { moveFile } from '@/lib/uploads/move-file';
import { removeFile } from '@/lib/uploads/remove-file';

const pageOf = (memberId: string) => `/admin/members/${memberId}`;

export const changeMemberStateAction = defineAction(changeStateSchema, async ({ actor, input }) => {
  await changeMemberState(actor, input);
  revalidatePath('/admin', 'layout');
});

export const changeLevelAction = defineAction(changeLevelSchema, async ({ actor, input }) => {
  await changeLevel(actor, input);
  revalidatePath('/admin', 'layout');
  redirect(`${pageOf(input.memberId)}?saved=level`);
});

export const correctCompanyAction = defineAction(correctCompanySchema, async ({ actor, input }) => {
  const result = await correctCompany(actor, input);
  if (result.kind === 'stale') {
    const { by, version, differences } = result;
    const formError = `打开这一页以后，${by}修改过这家单位。您填写的内容都还在，标出的几项与现在保存的不同；核对后再次保存，以您填写的为准。`;
    return { status: 'error', formError, fieldErrors: differences, data: { version: String(version) } };
  }
  revalidatePath('/admin', 'layout');
  redirect(`${pageOf(input.companyId)}?saved=company`);
});

export const correctMembershipAction = defineAction(correctMembershipSchema, async ({ actor, input }) => {
  await correctMembership(actor, input);
  revalidatePath('/admin', 'layout');
  redirect(`${pageOf(input.memberId)}?saved=membership`);
});

export const replaceLiaisonAction = defineAction(replaceLiaisonSchema, async ({ actor, input }) => {
  await replaceLiaison(actor, input);
  revalidatePath('/admin', 'layout');
  redirect(`${pageOf(input.companyId)}?saved=liaison`);
});

export const mergeMembersAction = defineAction(mergeSchema, async ({ actor, input }) => {
  await mergeMembers(actor, input);
  revalidatePath('/admin', 'layout');
  redirect(`${pageOf(input.keepId)}?saved=merge`);
});

export const addNoteAction = defineAction(addNoteSchema, async ({ actor, input, key }) => {
  await addNote(actor, { ...input, key });
  revalidatePath(pageOf(input.memberId));
  return { values: {} };
});

export const removeNoteAction = defineAction(noteIdSchema, async ({ actor, input: { noteId } }) => {
  await removeNote(actor, noteId);
  revalidatePath('/admin/members/[id]', 'page');
});

const fileSchema = z.object({ fileId: z.uuid() });

export const removeAttachmentAction = defineAction(fileSchema, async ({ actor, input: { fileId } }) => {
  await removeFile(actor, fileId);
  revalidatePath('/admin/members/[id]', 'page');
});

export const moveAttachmentAction = defineAction(
  fileSchema.extend({ by: z.enum(['-1', '1']) }),
  async ({ actor, input: { fileId, by } }) => {
    await moveFile(actor, { fileId, by: by === '1' ? 1 : -1 });
    revalidatePath('/admin/members/[id]', 'page');
  },
);

export const settleItemAction = defineAction(settleItemSchema, async ({ actor, input }) => {
  await settleItem(actor, input);
  revalidatePath('/admin', 'layout');
});
