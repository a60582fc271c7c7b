'use client';

import { ActionForm } from '@/components/form/action-form';
import { Field, useControl } from '@/components/form/field';
import { useFormContext, valueAt } from '@/components/form/form-context';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';
import { statementFieldLabels } from '@/lib/copy/statements';
import type { Option } from '@/lib/dictionaries/option';
import type { Columns } from '@/lib/statements/queries';

type Props = { action: FormAction; hidden: Record<string, string>; columns: Columns; button: string };

/** Which column of a new layout is which, as its headings suggest it; asked once for a layout. */
export function MappingForm({ action, hidden, columns: { heading, guess }, button }: Props) {
  const options = heading.map((text, at) => ({ code: String(at), label: text || `第 ${at + 1} 列` }));
  const one = (['paidOn', 'credit', 'amount', 'direction', 'payerName', 'payerAccount', 'serial'] as const).map((name) => (
    <ColumnSelect key={name} name={name} options={options} value={guess[name]} required={name === 'paidOn' || name === 'payerName'} />
  ));
  return (
    <ActionForm action={action} hidden={hidden} labels={statementFieldLabels} className="flex flex-col gap-5">
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2 lg:grid-cols-3">{one}</div>
      <fieldset>
        <legend className="mb-1.5 text-[15px] font-semibold">
          {statementFieldLabels.memo}
          <small className="ml-1.5 text-xs font-normal text-ink-3">可以选几列</small>
        </legend>
        <div className="flex flex-wrap gap-x-6">
          {options.map(({ code, label }) => (
            <MemoTick key={code} code={code} label={label} checked={guess.memo.includes(Number(code))} />
          ))}
        </div>
      </fieldset>
      <p className="text-[15px] text-ink-2">“贷方（收入）金额”和“交易金额”有一个就够了；收支在同一列的，请再选“借贷方向”。</p>
      <div>
        <SubmitButton waiting="正在读取…">{button}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type SelectProps = { name: keyof typeof statementFieldLabels; options: readonly Option[]; value: number | null; required: boolean };

function ColumnSelect({ name, options, value, required }: SelectProps) {
  const typed = valueAt(useFormContext().start, name);
  return (
    <Field name={name} label={statementFieldLabels[name]} required={required}>
      <select
        {...useControl(name, required)}
        name={name}
        defaultValue={typeof typed === 'string' ? typed : (value ?? '')}
        className="control"
      >
        <option value="">没有这一列</option>
        {options.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

function MemoTick({ code, label, checked }: Option & { checked: boolean }) {
  const { start, state } = useFormContext();
  const before = state.values ? [valueAt(start, 'memo') ?? []].flat().some((column) => column === code) : checked;
  return (
    <label className="flex min-h-11 items-center gap-2.5">
      <input type="checkbox" name="memo" value={code} defaultChecked={before} className="size-5 flex-none accent-brand" />
      <span>{label}</span>
    </label>
  );
}
