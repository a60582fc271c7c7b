'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { CONFLICTS_ID } from './conflict-panel';
import { useDraftView } from './draft-context';
import type { DraftView } from './page';

/** What stands in the way of saving: at the lower edge of the window, wherever in a long form somebody is typing. */
export function TroubleBar() {
  return (
    <div role="status" className="sticky bottom-2 z-10 rounded-md border border-accent bg-accent-soft px-4 py-2 text-[15px] empty:hidden">
      <Trouble {...useDraftView()} />
    </div>
  );
}

function Trouble({ status, conflicts }: DraftView): ReactNode {
  if (status.kind === 'signedOut') return <SignedOut />;
  if (status.kind === 'failed') return '暂时没有保存，内容还在本页，会自动重试';
  if (status.kind === 'refused') return `没有保存：${status.error}`;
  if (!conflicts.length) return null;
  return (
    <a href={`#${CONFLICTS_ID}`} className="inline-flex min-h-11 items-center md:min-h-0">
      有 {conflicts.length} 处另一个窗口也改过，请选择用哪一个
    </a>
  );
}

function SignedOut() {
  const path = usePathname();
  const query = useSearchParams().toString();
  const next = query ? `${path}?${query}` : path;
  return (
    <>
      登录已超时，暂时没有保存，内容还在本页。
      <a href={`/login?reason=expired&next=${encodeURIComponent(next)}`} className="inline-flex min-h-11 items-center md:min-h-0">
        重新登录
      </a>
      后会恢复并保存
    </>
  );
}
