'use client';

import { ActionForm } from '@/components/form/action-form';
import { useControl } from '@/components/form/field';
import { useFormContext, valueAt } from '@/components/form/form-context';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';

/** Already worded: counts with their digits, money with two decimals. */
export type TotalsRow = { key: string; label: string; present: string; coming: string; refused: string; typed: string; difference: string };

const HEAD = ['项目', '系统中已有', '本次导入', '退回待改', '旧系统合计', '差额'] as const;

/** 核对: what will be here against what the old system says. */
export function TotalsForm({ action, importId, rows }: { action: FormAction; importId: string; rows: readonly TotalsRow[] }) {
  return (
    <ActionForm action={action} hidden={{ importId }} labels={Object.fromEntries(rows.map(({ key, label }) => [key, label]))}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label="核对" className="overflow-x-auto">
        <table className="w-full border-collapse text-[15px]">
          <caption className="sr-only">核对</caption>
          <thead>
            <tr>
              {HEAD.map((heading) => (
                <th
                  key={heading}
                  scope="col"
                  className="border-b border-line-2 px-3 py-2 text-right text-xs font-semibold whitespace-nowrap text-ink-3 first:text-left"
                >
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, ...row }) => (
              <TotalsLine key={key} name={key} {...row} />
            ))}
          </tbody>
        </table>
      </section>
      <div className="mt-4">
        <SubmitButton look="secondary">保存并核对</SubmitButton>
      </div>
    </ActionForm>
  );
}

function TotalsLine({ name, label, present, coming, refused, typed, difference }: Omit<TotalsRow, 'key'> & { name: string }) {
  const { start, errors } = useFormContext();
  const value = valueAt(start, name);
  const control = useControl(name, false);
  return (
    <tr className="[&>*]:border-b [&>*]:border-line-2 [&>*]:px-3 [&>*]:py-1.5">
      <th scope="row" className="min-w-40 text-left font-normal">
        <label htmlFor={control.id}>{label}</label>
      </th>
      {[present, coming, refused].map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns in their order
        <td key={index} className="num text-right whitespace-nowrap">
          {text}
        </td>
      ))}
      <td>
        <input
          {...control}
          name={name}
          inputMode="decimal"
          defaultValue={typeof value === 'string' ? value : typed}
          className="control num ml-auto max-w-44 min-w-28 text-right"
        />
        {errors[name] && (
          <p id={`${control.id}-error`} className="mt-1 text-sm text-bad">
            {errors[name]}
          </p>
        )}
      </td>
      <td className={`num text-right font-semibold whitespace-nowrap ${difference === '相符' ? 'text-ok' : difference ? 'text-bad' : ''}`}>
        {difference || '—'}
      </td>
    </tr>
  );
}
