'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { addSeat } from '@/lib/council/add-seat';
import { changeSeat } from '@/lib/council/change-seat';
import { endSeat } from '@/lib/council/end-seat';
import { addSeatSchema, changeSeatSchema, endSeatSchema } from '@/lib/council/schema';

export const addSeatAction = defineAction(addSeatSchema, async ({ actor, input, key }) => {
  await addSeat(actor, { ...input, key });
  revalidatePath('/admin', 'layout');
});

export const changeSeatAction = defineAction(changeSeatSchema, async ({ actor, input }) => {
  await changeSeat(actor, input);
  revalidatePath('/admin', 'layout');
});

export const endSeatAction = defineAction(endSeatSchema, async ({ actor, input }) => {
  await endSeat(actor, input);
  revalidatePath('/admin', 'layout');
});
