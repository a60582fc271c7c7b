import type { Metadata } from 'next';
import { NotFound, TITLE } from '@/components/shell/not-found';
import { ASSOCIATION } from '@/lib/copy/association';

export const metadata: Metadata = { title: TITLE };

/** An address that leads nowhere, and an area that is not for this person. */
export default function NotFoundPage() {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <p className="mb-3 text-ink-2">{ASSOCIATION.name}</p>
      <NotFound />
    </main>
  );
}
