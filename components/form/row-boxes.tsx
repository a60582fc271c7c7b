'use client';

import { Button } from '@/components/ui/button';

/** The box of one row of a table; it belongs to the form with this id, which stands beside the table, and stays ticked over its answer. */
export function RowBox({ form, field, value, label }: { form: string; field: string; value: string; label: string }) {
  return (
    <label className="inline-flex size-11 items-center justify-center md:size-9">
      <input
        type="checkbox"
        form={form}
        name={field}
        value={value}
        aria-label={label}
        onChange={({ currentTarget }) => tick(currentTarget, currentTarget.checked)}
        className="size-5 accent-brand"
      />
    </label>
  );
}

// After its action React puts a form back to how it began: what is ticked then is how it begins.
function tick(box: HTMLInputElement, isTicked: boolean) {
  box.checked = isTicked;
  box.defaultChecked = isTicked;
}

/** Ticks the boxes of a form, or unticks them when all are ticked. */
export function ChooseAll({ form }: { form: string }) {
  function choose() {
    const boxes = [...document.querySelectorAll<HTMLInputElement>(`input[form="${form}"]`)];
    const all = boxes.every(({ checked }) => checked);
    for (const each of boxes) tick(each, !all);
  }
  return (
    <Button look="secondary" onClick={choose}>
      全选本页
    </Button>
  );
}
