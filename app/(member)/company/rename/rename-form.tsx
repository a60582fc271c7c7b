'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { UsccField } from '@/components/form/uscc-field';
import { Panel } from '@/components/ui/panel';
import type { FormValues } from '@/lib/actions/action-state';
import { renameSchema } from '@/lib/companies/edit-schema';
import { companyFieldLabels } from '@/lib/copy/applications';
import { requestRenameAction } from './actions';

const labels = { ...companyFieldLabels, businessLicense: '新的营业执照' };

type RenameFormProps = { companyId: string; values: FormValues; again: boolean };

export function RenameForm({ companyId, values, again }: RenameFormProps) {
  return (
    <Form action={requestRenameAction} schema={renameSchema} values={{ ...values, companyId }} labels={labels} hidden={{ companyId }}>
      <Panel title="新的名称和信用代码" hint="没有变的一项保持原样">
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          <TextField name="name" label={labels.name} hint="与新的营业执照一致" autoComplete="organization" required />
          <UsccField label={labels.uscc} required />
        </div>
      </Panel>
      <div>
        <SubmitButton className="max-md:w-full">{again ? '重新提交变更申请' : '提交变更申请'}</SubmitButton>
      </div>
    </Form>
  );
}
