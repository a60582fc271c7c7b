'use client';

import { ActionForm } from '@/components/form/action-form';
import { useFormContext } from '@/components/form/form-context';
import { ChooseAll, RowBox } from '@/components/form/row-boxes';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';

const FORM = 'approve-together';
const labels = { applicationIds: '名单', name: '会议名称', heldOn: '会议日期' };

/** The box of one row; it belongs to the form above the table. */
export function BatchBox({ id, name }: { id: string; name: string }) {
  return <RowBox form={FORM} field="applicationIds" value={id} label={`选择 ${name}`} />;
}

/** 批准 of what a meeting has decided: many at once, the result row by row. */
export function BatchApproval({ action, today }: { action: FormAction; today: string }) {
  return (
    <div className="border-b border-line-2 bg-ground px-4 py-4 md:px-6">
      <ActionForm id={FORM} action={action} labels={labels} className="flex flex-wrap items-end gap-4">
        <MeetingFields today={today} />
        <ChooseAll form={FORM} />
        <SubmitButton waiting="正在批准…">批准所选</SubmitButton>
        <Results />
      </ActionForm>
    </div>
  );
}

function MeetingFields({ today }: { today: string }) {
  const { start, errors } = useFormContext();
  const typed = (name: string, otherwise: string) => (typeof start[name] === 'string' ? start[name] : otherwise);
  return (
    <>
      <label className="text-[15px] font-semibold">
        {labels.name}
        <input
          id="name"
          name="name"
          defaultValue={typed('name', '')}
          placeholder="例如：八届五次会长办公会"
          maxLength={60}
          aria-invalid={errors.name !== undefined || undefined}
          className="control mt-1.5 w-72 max-w-full"
        />
        {errors.name && <span className="block text-sm font-normal text-bad">{errors.name}</span>}
      </label>
      <label className="text-[15px] font-semibold">
        {labels.heldOn}
        <input
          id="heldOn"
          type="date"
          name="heldOn"
          defaultValue={typed('heldOn', today)}
          aria-invalid={errors.heldOn !== undefined || undefined}
          className="control mt-1.5 w-auto"
        />
        {errors.heldOn && <span className="block text-sm font-normal text-bad">{errors.heldOn}</span>}
      </label>
    </>
  );
}

function Results() {
  const { state } = useFormContext();
  const lines = Object.entries(state.data ?? {});
  if (!lines.length) return null;
  return (
    <div role="status" className="w-full text-[15px]">
      <p className="font-semibold">批准结果</p>
      <ul>
        {lines.map(([name, result]) => (
          <li key={name} className={result.startsWith('没有') ? 'text-bad' : 'text-ok'}>
            {name}：{result}
          </li>
        ))}
      </ul>
    </div>
  );
}
