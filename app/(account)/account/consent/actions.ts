'use server';

import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/actions/define-action';
import { agreePrivacy } from '@/lib/documents/agree-privacy';
import { agreeSchema } from '@/lib/documents/schema';
import { localPath } from '@/lib/local-path';

export const agreePrivacyAction = defineAction(agreeSchema, async ({ actor, input: { documentId, next } }) => {
  await agreePrivacy(actor, documentId);
  redirect(localPath(next) ?? '/home');
});
