'use client';

import { Form } from '@/components/form/form';
import { SavedNote } from '@/components/form/saved-note';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { levelLabels } from '@/lib/copy/dues';
import { standardSchema } from '@/lib/dues/staff-schema';
import { addStandardAction } from './actions';

const labels = {
  level: '会员级别',
  fromYear: '执行年度',
  amount: '会费标准（元/年）',
  resolution: '决议',
  resolvedOn: '表决日期',
  eligible: '应到人数',
  present: '出席人数',
  inFavour: '赞成票数',
};

const levels = Object.entries(levelLabels).map(([code, label]) => ({ code, label }));

/** A new year's standard, as the members' congress has decided it. */
export function StandardForm({ nextYear, today }: { nextYear: number; today: string }) {
  return (
    <Form action={addStandardAction} schema={standardSchema} values={{ fromYear: String(nextYear) }} labels={labels}>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <SelectField name="level" label={labels.level} options={levels} required />
        <TextField name="fromYear" label={labels.fromYear} hint="从这一年起" inputMode="numeric" numeric required />
        <TextField name="amount" label={labels.amount} hint="固定金额，不浮动" inputMode="decimal" numeric required />
        <TextField name="resolution" label={labels.resolution} hint="例如：第九届会员代表大会决议" required />
        <TextField name="resolvedOn" label={labels.resolvedOn} type="date" max={today} numeric required />
        <TextField name="eligible" label={labels.eligible} inputMode="numeric" numeric required />
        <TextField name="present" label={labels.present} hint="不少于应到人数的三分之二" inputMode="numeric" numeric required />
        <TextField name="inFavour" label={labels.inFavour} hint="超过出席人数的一半" inputMode="numeric" numeric required />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton waiting="正在保存…">添加标准</SubmitButton>
        <SavedNote />
      </div>
    </Form>
  );
}
