'use client';

import { ActionForm } from '@/components/form/action-form';
import { useFormContext } from '@/components/form/form-context';
import { SubmitButton } from '@/components/form/submit-button';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/actions/action-state';

const FORM = 'confirm-many';

/** The box of one row; it belongs to the form above the table. */
export function ConfirmBox({ id, name }: { id: string; name: string }) {
  return (
    <label className="inline-flex size-11 items-center justify-center md:size-9">
      <input type="checkbox" form={FORM} name="filingIds" value={id} aria-label={`选择 ${name}`} className="size-5 accent-brand" />
    </label>
  );
}

/**
 * 确认到账 of many at once, each for itself; the result stands here row by row, and what is ticked stays ticked. It is there
 * without a row, too: what was just confirmed may have been the last.
 */
export function ConfirmMany({ action, count }: { action: FormAction; count: number }) {
  function chooseAll() {
    const boxes = [...document.querySelectorAll<HTMLInputElement>(`input[form="${FORM}"]`)];
    const all = boxes.every(({ checked }) => checked);
    for (const each of boxes) each.checked = !all;
  }
  return (
    <div className="border-b border-line-2 bg-ground px-4 py-3 not-has-[button,li]:hidden md:px-6">
      <ActionForm id={FORM} action={action} labels={{ filingIds: '汇款信息' }} className="flex flex-wrap items-center gap-3">
        {count > 0 && (
          <>
            <Button look="secondary" onClick={chooseAll}>
              全选本页
            </Button>
            <SubmitButton waiting="正在确认…">确认所选到账</SubmitButton>
            <span className="text-sm text-ink-3">请先在银行账户中逐笔核对，确认后不能撤销。</span>
          </>
        )}
        <Results />
      </ActionForm>
    </div>
  );
}

function Results() {
  const { state } = useFormContext();
  const lines = Object.entries(state.data ?? {});
  if (!lines.length) return null;
  return (
    <ul role="status" className="w-full divide-y divide-line-2 rounded-md border border-line bg-white">
      {lines.map(([id, line]) => (
        <li key={id} className="num px-4 py-2">
          {line}
        </li>
      ))}
    </ul>
  );
}
