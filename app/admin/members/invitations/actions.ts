'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { inviteLiaison, inviteLiaisons } from '@/lib/invitations/invite-liaisons';
import { inviteManySchema, inviteOneSchema } from '@/lib/invitations/schema';

const PATH = '/admin/members/invitations';

export const inviteManyAction = defineAction(inviteManySchema, async ({ actor, input }) => {
  const { sent } = await inviteLiaisons(actor, input);
  revalidatePath(PATH);
  return { data: { sent: String(sent) } };
});

export const inviteOneAction = defineAction(inviteOneSchema, async ({ actor, input: { accountId } }) => {
  const { sent } = await inviteLiaison(actor, accountId);
  revalidatePath(PATH);
  return { data: { sent: String(sent) } };
});
