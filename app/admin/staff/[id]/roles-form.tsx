'use client';

import { Form } from '@/components/form/form';
import { SavedNote } from '@/components/form/saved-note';
import { SubmitButton } from '@/components/form/submit-button';
import { RolesField } from '@/components/staff/roles-field';
import { changeRolesSchema } from '@/lib/accounts/staff-schema';
import type { StaffRole } from '@/lib/generated/prisma/enums';
import { changeRolesAction } from './actions';

const labels = { roles: '角色' };

export function RolesForm({ accountId, roles }: { accountId: string; roles: StaffRole[] }) {
  return (
    <Form action={changeRolesAction} schema={changeRolesSchema} values={{ accountId, roles }} labels={labels} hidden={{ accountId }}>
      <RolesField />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton waiting="正在保存…">保存角色</SubmitButton>
        <SavedNote />
      </div>
    </Form>
  );
}
