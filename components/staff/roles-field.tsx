'use client';

import { CheckboxField } from '@/components/form/checkbox-field';
import { useFormContext } from '@/components/form/form-context';
import { staffRoleLabels, staffRoleTasks } from '@/lib/copy/staff';
import { StaffRole } from '@/lib/generated/prisma/enums';

/** 角色: several, at least one. */
export function RolesField() {
  const { errors } = useFormContext();
  return (
    <fieldset id="roles" tabIndex={-1} className="outline-none">
      <legend className="mb-1 text-[15px] font-semibold">
        <span aria-hidden="true" className="mr-0.5 text-bad">
          *
        </span>
        角色<small className="ml-1.5 text-xs font-normal text-ink-3">可选多项</small>
      </legend>
      {Object.values(StaffRole).map((role) => (
        <CheckboxField key={role} name="roles" id={`roles-${role}`} value={role}>
          {staffRoleLabels[role]}
          <small className="ml-2 text-sm text-ink-3">{staffRoleTasks[role]}</small>
        </CheckboxField>
      ))}
      {errors.roles && (
        <p id="roles-error" className="mt-1.5 text-sm text-bad">
          {errors.roles}
        </p>
      )}
    </fieldset>
  );
}
