'use client';

import { ActionForm } from '@/components/form/action-form';
import { AskedTick } from '@/components/form/asked-tick';
import { ResultList } from '@/components/form/result-list';
import { ChooseAll, RowBox } from '@/components/form/row-boxes';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';

const FORM = 'confirm-many';

/** The box of one row; it belongs to the form above the table. */
export function ConfirmBox({ id, name }: { id: string; name: string }) {
  return <RowBox form={FORM} field="filingIds" value={id} label={`选择 ${name}`} />;
}

/**
 * 确认到账 of many at once, each for itself; the result stands here row by row, and what is ticked stays ticked. It is there
 * without a row, too: what was just confirmed may have been the last.
 */
export function ConfirmMany({ action, count }: { action: FormAction; count: number }) {
  return (
    <div className="border-b border-line-2 bg-ground px-4 py-3 not-has-[button,li]:hidden md:px-6">
      <ActionForm
        id={FORM}
        action={action}
        labels={{ filingIds: '汇款信息', isChecked: '需要核对' }}
        className="flex flex-wrap items-center gap-3"
      >
        {count > 0 && (
          <>
            <ChooseAll form={FORM} />
            <AskedTick name="isChecked">已核对，仍然确认</AskedTick>
            <SubmitButton waiting="正在确认…">确认所选到账</SubmitButton>
            <span className="text-sm text-ink-3">请先在银行账户中逐笔核对。</span>
          </>
        )}
        <ResultList />
      </ActionForm>
    </div>
  );
}
