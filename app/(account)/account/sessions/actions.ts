'use server';

import { revalidatePath } from 'next/cache';
import * as z from 'zod';
import { endOwnOtherSessions, endOwnSession } from '@/lib/accounts/end-own-sessions';
import { endSessionSchema } from '@/lib/accounts/schema';
import { defineAction } from '@/lib/actions/define-action';

export const endSessionAction = defineAction(endSessionSchema, async ({ actor, input: { sessionId } }) => {
  await endOwnSession(actor, sessionId);
  revalidatePath('/account/sessions');
});

export const endOtherSessionsAction = defineAction(z.object({}), async ({ actor }) => {
  await endOwnOtherSessions(actor);
  revalidatePath('/account/sessions');
});
