'use server';

import { defineAction } from '@/lib/actions/define-action';
import { linkToMailboxSchema, linkToPhoneSchema } from '@/lib/applications/schema';
import { sendLink } from '@/lib/applications/send-link';

export const linkToPhoneAction = defineAction(linkToPhoneSchema, async ({ actor, input }) => {
  await sendLink(actor, input);
  return undefined;
});

export const linkToMailboxAction = defineAction(linkToMailboxSchema, async ({ actor, input }) => {
  await sendLink(actor, input);
  return undefined;
});
