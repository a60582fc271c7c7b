'use client';

import { useWatch } from 'react-hook-form';
import { CheckboxField } from '@/components/form/checkbox-field';
import { useFormContext } from '@/components/form/form-context';
import { formatDay } from '@/lib/days';
import type { PayableYear } from '@/lib/dues/filing-form';
import { formatFen } from '@/lib/money';

type Props = { name: string; years: readonly PayableYear[] };

/** A box for each year that is owed, with what is still open of it. */
export function YearBoxes({ name, years }: Props) {
  return years.map(({ year, openFen, dueOn }) => (
    <CheckboxField key={year} id={`year-${year}`} name={name} value={String(year)}>
      <span className="num">
        {year} 年度 {formatFen(openFen)}
        <small className="ml-2 text-ink-3">期限 {formatDay(dueOn)}</small>
      </span>
    </CheckboxField>
  ));
}

/** What the ticked years owe together, in fen. */
export function useTickedFen(boxes: Props): number {
  return useTicked(boxes).reduce((sum, { openFen }) => sum + openFen, 0);
}

/** The years that are ticked now. */
export function useTicked({ name, years }: Props): PayableYear[] {
  const { start } = useFormContext();
  const chosen: unknown = useWatch({ name, defaultValue: start[name] });
  const ticked = [chosen].flat();
  return years.filter(({ year }) => ticked.includes(String(year)));
}
