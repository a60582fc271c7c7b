'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { endLapsed } from '@/lib/members/end-lapsed';
import { endLapsedSchema } from '@/lib/members/schema';

export const endLapsedAction = defineAction(endLapsedSchema, async ({ actor, input }) => {
  const results = await endLapsed(actor, input);
  revalidatePath('/admin', 'layout');
  const done = input.event === 'withdraw' ? '已退会' : '已除名';
  return {
    data: Object.fromEntries(
      results.map(({ memberId, name, refusal }) => [memberId, `${name}：${refusal ? `没有办理，${refusal}` : done}`]),
    ),
  };
});
