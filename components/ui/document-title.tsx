'use client';

import { useEffect } from 'react';
import { ASSOCIATION } from '@/lib/copy/association';

/** Names the window where a page gave way to another: its own metadata has been sent by then. */
export function DocumentTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = `${title} - ${ASSOCIATION.name}`;
  }, [title]);
  return null;
}
