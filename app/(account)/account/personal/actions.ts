'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { defineAction } from '@/lib/actions/define-action';
import { askErasure } from '@/lib/personal/ask-erasure';
import { correctPersonal } from '@/lib/personal/correct-personal';
import { askErasureSchema, correctSchema } from '@/lib/personal/schema';
import { withdrawErasure } from '@/lib/personal/withdraw-erasure';

const PATH = '/account/personal';

export const correctPersonalAction = defineAction(correctSchema, async ({ actor, input }) => {
  await correctPersonal(actor, input);
  revalidatePath('/', 'layout');
  redirect(`${PATH}?saved=personal`);
});

export const askErasureAction = defineAction(askErasureSchema, async ({ actor, input: { reason } }) => {
  await askErasure(actor, reason);
  revalidatePath(PATH);
});

export const withdrawErasureAction = defineAction(z.object({}), async ({ actor }) => {
  await withdrawErasure(actor);
  revalidatePath(PATH);
});
