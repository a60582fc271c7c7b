'use client';

import { useDraftView } from './draft-context';

/** How far the saving is, quietly, beside the button. `savedAt` is when it was last saved before this page opened. */
export function SavedLine({ savedAt }: { savedAt: string | null }) {
  const { status } = useDraftView();
  return (
    <div className="num text-sm empty:hidden max-md:order-first max-md:w-full md:ml-auto">
      {status.kind === 'idle' && savedAt && <p className="text-ok">✓ 已于 {savedAt} 保存</p>}
      {status.kind === 'saving' && <p className="text-ink-3">正在保存…</p>}
      {status.kind === 'saved' && <p className="text-ok">✓ 已于 {status.at} 自动保存</p>}
    </div>
  );
}
