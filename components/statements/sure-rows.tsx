'use client';

import { ActionForm } from '@/components/form/action-form';
import { ResultList } from '@/components/form/result-list';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';
import { formatFen } from '@/lib/money';
import type { Sure } from '@/lib/statements/list-rows';

/** 确认全部很可能的: how many and how much first; the result stands here row by row, also when none is left. */
export function SureRows({ action, sure: { rowIds, sumFen, count } }: { action: FormAction; sure: Sure }) {
  return (
    <ActionForm
      action={action}
      hidden={{ rowIds: rowIds.join(',') }}
      labels={{ rowIds: '流水' }}
      className="flex flex-wrap items-center gap-3 border-b border-line-2 bg-ground px-4 py-3 empty:hidden md:px-6"
    >
      {rowIds.length > 0 && (
        <>
          <SubmitButton waiting="正在逐笔确认…" className="max-w-full py-1.5 whitespace-normal">
            确认全部很可能的（{rowIds.length} 笔，{formatFen(sumFen)}）
          </SubmitButton>
          <span className="text-sm text-ink-3">{count > rowIds.length && `共 ${count} 笔，分批确认。`}只含理由充分、金额正好的。</span>
        </>
      )}
      <ResultList />
    </ActionForm>
  );
}
