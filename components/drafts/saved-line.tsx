'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { useDraftView } from './draft-context';
import type { DraftStatus } from './draft-saver';

/** How far the saving is, quietly, beside the button. `savedAt` is when it was last saved before this page opened. */
export function SavedLine({ savedAt }: { savedAt: string | null }) {
  const { status } = useDraftView();
  const trouble = status.kind === 'failed' || status.kind === 'signedOut' || status.kind === 'refused';
  return (
    <div className="num text-sm empty:hidden max-md:order-first max-md:w-full md:ml-auto">
      {status.kind === 'idle' && savedAt && <p className="text-ok">✓ 已于 {savedAt} 保存</p>}
      {status.kind === 'saving' && <p className="text-ink-3">正在保存…</p>}
      {status.kind === 'saved' && <p className="text-ok">✓ 已于 {status.at} 自动保存</p>}
      {/* Only trouble is read aloud: a word after every field would be in the way. */}
      <div role="status" className="text-warn">
        {trouble && <Trouble status={status} />}
      </div>
    </div>
  );
}

function Trouble({ status }: { status: DraftStatus }): ReactNode {
  const path = usePathname();
  const query = useSearchParams().toString();
  if (status.kind === 'refused') return <p>没有保存：{status.error}</p>;
  if (status.kind !== 'signedOut') return <p>暂时没有保存，内容还在本页，会自动重试</p>;
  const next = query ? `${path}?${query}` : path;
  return (
    <p>
      登录已超时，暂时没有保存，内容还在本页。
      <a href={`/login?reason=expired&next=${encodeURIComponent(next)}`} className="inline-flex min-h-11 items-center md:min-h-0">
        重新登录
      </a>
      后会恢复并保存
    </p>
  );
}
