'use client';

import { CheckboxField } from '@/components/form/checkbox-field';
import { Form } from '@/components/form/form';
import { SavedNote } from '@/components/form/saved-note';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import type { FormAction, FormValues } from '@/lib/actions/action-state';
import { settingSchemas } from '@/lib/settings/settings';

const labels = { before: '到期前', onDay: '到期当天', after: '到期后', fromHour: '每天从', untilHour: '到' };

/** At which days members are reminded, and between which hours. */
export function ScheduleForm({ action, values }: { action: FormAction; values: FormValues }) {
  return (
    <Form action={action} schema={settingSchemas.reminders} values={values} labels={labels}>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <TextField name="before" label={labels.before} hint="天数，几次的用逗号隔开，例如 30、7；不填就不发" numeric />
        <TextField name="after" label={labels.after} hint="天数，例如 15、60；不填就不发" numeric />
        <TextField name="fromHour" label={labels.fromHour} hint="点，7–21 点之间" inputMode="numeric" numeric required />
        <TextField name="untilHour" label={labels.untilHour} hint="点，夜间不发" inputMode="numeric" numeric required />
      </div>
      <CheckboxField name="onDay">到期当天也提醒</CheckboxField>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton waiting="正在保存…">保存时间安排</SubmitButton>
        <SavedNote />
      </div>
    </Form>
  );
}
