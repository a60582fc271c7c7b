'use client';

import { Button } from '@/components/ui/button';

export type Transfer = {
  id: string;
  name: string;
  /** `null` while others go first. */
  share: number | null;
  error: string | null;
  cancel: () => void;
  dismiss: () => void;
};

/** A file on its way, or why it was not taken. */
export function TransferRow({ name, share, error, cancel, dismiss }: Omit<Transfer, 'id'>) {
  const percent = Math.round((share ?? 0) * 100);
  if (error) {
    return (
      <li className="flex items-center gap-3 rounded-md border-l-4 border-bad bg-bad-soft py-1 pr-1 pl-4">
        <p role="alert" className="min-w-0 flex-1 py-2 text-[15px]">
          <b className="font-semibold break-all">{name}</b>：{error}
        </p>
        <Button look="quiet" size="small" onClick={dismiss}>
          知道了
        </Button>
      </li>
    );
  }
  return (
    <li className="flex items-center gap-3 rounded-md border border-line-2 py-1 pr-1 pl-4">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">
          {name} · {stageOf(share)}
        </p>
        {share !== null && <progress value={percent} max={100} aria-label={`${name} 上传进度`} className="h-2 w-full accent-brand" />}
      </div>
      <Button look="quiet" size="small" onClick={cancel}>
        取消
      </Button>
    </li>
  );
}

function stageOf(share: number | null): string {
  if (share === null) return '等待上传';
  return share < 1 ? `正在上传 ${Math.round(share * 100)}%` : '正在检查并生成预览…';
}
