'use client';

import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { SavedNote } from '@/components/form/saved-note';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';

const labels = { from: '第一天', to: '最后一天', kind: '安排', note: '说明' };

/** Days that differ from the published calendar, or that it does not know. */
export function DaysForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} labels={labels} className="flex flex-col gap-4">
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-3">
        <LineField name="from" label={labels.from} type="date" required />
        <LineField name="to" label={labels.to} hint="只有一天的不填" type="date" />
        <LineField name="note" label={labels.note} hint="例如：春节、国务院办公厅通知" />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="kind" value="off" waiting="正在保存…">
          这几天放假
        </SubmitButton>
        <SubmitButton name="kind" value="work" look="secondary" waiting="正在保存…">
          这几天上班（调休）
        </SubmitButton>
        <SavedNote />
      </div>
    </ActionForm>
  );
}
