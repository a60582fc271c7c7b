'use server';

import { revalidatePath } from 'next/cache';
import { changeRoles } from '@/lib/accounts/change-roles';
import { disableStaff } from '@/lib/accounts/disable-staff';
import { enableStaff } from '@/lib/accounts/enable-staff';
import { changeRolesSchema, staffIdSchema } from '@/lib/accounts/staff-schema';
import { defineAction } from '@/lib/actions/define-action';
import { resetFactor } from '@/lib/factors/reset-factor';

export const changeRolesAction = defineAction(changeRolesSchema, async ({ actor, input }) => {
  await changeRoles(actor, input);
  revalidatePath('/admin', 'layout');
});

export const disableStaffAction = defineAction(staffIdSchema, async ({ actor, input }) => {
  await disableStaff(actor, input.accountId);
  revalidatePath('/admin', 'layout');
});

export const enableStaffAction = defineAction(staffIdSchema, async ({ actor, input }) => {
  await enableStaff(actor, input.accountId);
  revalidatePath('/admin', 'layout');
});

export const resetFactorAction = defineAction(staffIdSchema, async ({ actor, input }) => {
  await resetFactor(actor, input.accountId);
  revalidatePath('/admin', 'layout');
});
