'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 1500;

/** How far the job is; asks again by itself, and goes over into what comes next. */
export function ImportProgress({ percent, words }: { percent: number; words: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div>
      <p aria-live="polite" className="mb-2 font-semibold">
        {words} <span className="num">{percent}%</span>
      </p>
      <progress value={percent} max={100} aria-label={words} className="h-3 w-full accent-brand" />
      <p className="mt-3 text-[15px] text-ink-2">可以关掉这一页去做别的事，回来时从“导入”进入，会接着显示。</p>
    </div>
  );
}
