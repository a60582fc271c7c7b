import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import type { FormAction } from '@/lib/actions/action-state';

/** 忽略 of what a search has found and no proposal knows, with one reason: interest, training fees. */
export function IgnoreStrange({ action, rowIds }: { action: FormAction; rowIds: readonly string[] }) {
  if (!rowIds.length) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line-2 bg-ground px-4 py-3 md:px-6">
      <DialogButton look="secondary" label={`忽略搜到的 ${rowIds.length} 笔`}>
        <ActionForm action={action} hidden={{ rowIds: rowIds.join(',') }} labels={{ reason: '原因' }} className="flex flex-col gap-4">
          <p>都不是会费的，写明原因后一起忽略。以后可以逐笔取回。</p>
          <ReasonField name="reason" label="原因" />
          <SubmitButton waiting="正在忽略…">确认忽略</SubmitButton>
        </ActionForm>
      </DialogButton>
      <span className="text-sm text-ink-3">只含没有找到单位的</span>
    </div>
  );
}
