'use client';

import type { ComponentProps } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useFormContext } from '@/components/form/form-context';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useHydrated } from '@/components/form/use-hydrated';
import { Button } from '@/components/ui/button';
import { MOST_LIAISONS, newLiaison } from '@/lib/applications/liaisons';
import { liaisonFieldLabels as labels, liaisonOrderLabels } from '@/lib/copy/applications';

const orders = Object.entries(liaisonOrderLabels).map(([code, label]) => ({ code, label }));
const columns = 'md:grid md:grid-cols-[2.5rem_1fr_1.1fr_1fr_1.25fr_1.6fr_1.35fr_3.5rem] md:items-start md:gap-3';

/** One or two liaisons: a table on a desktop, cards on a phone. */
export function LiaisonRows() {
  const { errors } = useFormContext();
  const { fields, append, remove } = useFieldArray({ name: 'liaisons' });
  return (
    <>
      <div aria-hidden="true" className={`mb-2 hidden text-xs font-semibold text-ink-3 ${columns}`}>
        <span>序号</span>
        {[labels.name, labels.department, labels.title, labels.mobile, labels.email, labels.order].map((label) => (
          <span key={label}>
            <span className="text-bad">*</span>
            {label}
          </span>
        ))}
      </div>
      <ol className="flex flex-col gap-4">
        {fields.map(({ id }, row) => (
          <li key={id}>
            <fieldset
              aria-label={`第 ${row + 1} 名联络员`}
              className={`gap-4 rounded-md border border-line-2 p-4 max-md:flex max-md:flex-col md:border-0 md:p-0 [&_label]:md:sr-only ${columns}`}
            >
              <span className="font-semibold md:pt-2.5 md:font-normal">
                <span className="md:hidden">联络员 </span>
                {row + 1}
              </span>
              <TextField name={`liaisons.${row}.name`} label={labels.name} autoComplete="off" required />
              <TextField name={`liaisons.${row}.department`} label={labels.department} autoComplete="off" required />
              <TextField name={`liaisons.${row}.title`} label={labels.title} autoComplete="off" required />
              <TextField
                name={`liaisons.${row}.mobile`}
                label={labels.mobile}
                type="tel"
                inputMode="numeric"
                autoComplete="off"
                numeric
                required
              />
              <TextField name={`liaisons.${row}.email`} label={labels.email} type="email" inputMode="email" autoComplete="off" required />
              <SelectField name={`liaisons.${row}.order`} label={labels.order} options={orders} required />
              {fields.length > 1 && (
                <RowButton
                  name="removeLiaison"
                  value={String(row)}
                  onPress={() => remove(row)}
                  look="quiet"
                  aria-label={`移除第 ${row + 1} 名联络员`}
                >
                  移除
                </RowButton>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {errors.liaisons && <p className="mt-2 text-sm text-bad">{errors.liaisons}</p>}
      {fields.length < MOST_LIAISONS && (
        <RowButton name="addLiaison" value="true" onPress={() => append(newLiaison(fields.length))} look="secondary" className="mt-4">
          ＋ 新增联络员
        </RowButton>
      )}
    </>
  );
}

type RowButtonProps = ComponentProps<typeof Button> & { onPress: () => void };

/** Changes the rows here; where no script runs, sends the form, and the server shows it with the rows changed. */
function RowButton({ onPress, ...button }: RowButtonProps) {
  return <Button {...button} type={useHydrated() ? 'button' : 'submit'} size="small" onClick={onPress} />;
}
