import type { Metadata } from 'next';
import { NotFound } from '@/components/shell/not-found';
import { ASSOCIATION } from '@/lib/copy/association';
import { NOT_FOUND } from '@/lib/copy/not-found';

export const metadata: Metadata = { title: NOT_FOUND };

/** An address that leads nowhere, and an area that is not for this person. */
export default function NotFoundPage() {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <p className="mb-3 text-ink-2">{ASSOCIATION.name}</p>
      <NotFound />
    </main>
  );
}
