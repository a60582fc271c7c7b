'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Button } from './button';

const EVERY_MS = 3000;
const AT_MOST_MS = 5 * 60_000;

/** Asks for the page anew every few seconds while it is looked at, for a while; a button does it without JavaScript. */
export function RefreshSoon() {
  const router = useRouter();
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => {
      if (Date.now() - began > AT_MOST_MS) clearInterval(timer);
      else if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <form>
      <Button type="submit" look="secondary" size="small">
        刷新
      </Button>
    </form>
  );
}
