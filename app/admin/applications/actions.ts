'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { approveTogether } from '@/lib/applications/approve-together';
import { approveTogetherSchema } from '@/lib/applications/schema';

export const approveTogetherAction = defineAction(approveTogetherSchema, async ({ actor, input: { applicationIds, ...meeting } }) => {
  const results = await approveTogether(actor, { applicationIds, meeting });
  revalidatePath('/admin', 'layout');
  const lines = results.map((result) => [
    result.companyName,
    'refusal' in result ? `没有批准：${result.refusal}` : `已批准，会员编号 ${result.memberNumber}`,
  ]);
  return { data: Object.fromEntries(lines) };
});
