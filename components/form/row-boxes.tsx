'use client';

import { Button } from '@/components/ui/button';

/** The box of one row of a table; it belongs to the form with this id, which stands beside the table. */
export function RowBox({ form, field, value, label }: { form: string; field: string; value: string; label: string }) {
  return (
    <label className="inline-flex size-11 items-center justify-center md:size-9">
      <input type="checkbox" form={form} name={field} value={value} aria-label={label} className="size-5 accent-brand" />
    </label>
  );
}

/** Ticks the boxes of a form, or unticks them when all are ticked. */
export function ChooseAll({ form }: { form: string }) {
  function choose() {
    const boxes = [...document.querySelectorAll<HTMLInputElement>(`input[form="${form}"]`)];
    const all = boxes.every(({ checked }) => checked);
    for (const each of boxes) each.checked = !all;
  }
  return (
    <Button look="secondary" onClick={choose}>
      全选本页
    </Button>
  );
}
