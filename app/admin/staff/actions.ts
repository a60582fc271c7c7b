'use server';

import { redirect } from 'next/navigation';
import { createStaff } from '@/lib/accounts/create-staff';
import { createStaffSchema } from '@/lib/accounts/staff-schema';
import { defineAction } from '@/lib/actions/define-action';

export const createStaffAction = defineAction(createStaffSchema, async ({ actor, input }) => {
  const { id } = await createStaff(actor, input);
  redirect(`/admin/staff/${id}?created=1`);
});
