import { ReasonDialog } from '@/components/form/reason-dialog';
import type { FormAction } from '@/lib/actions/action-state';

/** 忽略 of what a search has found and no proposal knows, with one reason: interest, training fees. */
export function IgnoreStrange({ action, rowIds }: { action: FormAction; rowIds: readonly string[] }) {
  if (!rowIds.length) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line-2 bg-ground px-4 py-3 md:px-6">
      <ReasonDialog label={`忽略搜到的 ${rowIds.length} 笔`} confirm="确认忽略" action={action} hidden={{ rowIds: rowIds.join(',') }}>
        都不是会费的，写明原因后一起忽略。以后可以逐笔取回。
      </ReasonDialog>
      <span className="text-sm text-ink-3">只含没有找到单位的</span>
    </div>
  );
}
