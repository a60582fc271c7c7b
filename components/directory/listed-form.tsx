'use client';

import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';

type ListedFormProps = { action: FormAction; companyId: string; listed: boolean };

/** Takes a company out of 会员名录, or puts it back; for its liaison and for staff. */
export function ListedForm({ action, companyId, listed }: ListedFormProps) {
  return (
    <ActionForm action={action} hidden={{ companyId, listed: String(!listed) }}>
      <p className="mb-4">
        {listed
          ? '会员名录公开显示单位名称、级别、省市、入会年份和部分隐去的联络员。不愿公开的，可以随时不显示。'
          : '会员名录里现在没有本单位。联络员不能再从名录里查到登记的是谁。'}
      </p>
      <SubmitButton look="secondary" waiting="正在保存…">
        {listed ? '不在名录中显示' : '恢复显示'}
      </SubmitButton>
    </ActionForm>
  );
}
