'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { publishDocument } from '@/lib/documents/publish-document';
import { publishSchema } from '@/lib/documents/schema';

export const publishDocumentAction = defineAction(publishSchema, async ({ actor, input }) => {
  await publishDocument(actor, input);
  revalidatePath('/', 'layout');
  redirect(`/admin/settings/documents?kind=${input.kind}&saved=published`);
});
