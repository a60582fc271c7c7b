'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { RolesField } from '@/components/staff/roles-field';
import { createStaffSchema } from '@/lib/accounts/staff-schema';
import { createStaffAction } from './actions';

const labels = { name: '姓名', phone: '手机号', roles: '角色' };

export function CreateStaffForm() {
  return (
    <Form action={createStaffAction} schema={createStaffSchema} values={{ name: '', phone: '', roles: [] }} labels={labels}>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <TextField name="name" label={labels.name} required />
        <TextField name="phone" label={labels.phone} hint="用来登录和收验证码" type="tel" inputMode="numeric" numeric required />
      </div>
      <RolesField />
      <div>
        <SubmitButton>添加</SubmitButton>
      </div>
    </Form>
  );
}
