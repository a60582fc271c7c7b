'use client';

import { Button } from '@/components/ui/button';
import { DocumentTitle } from '@/components/ui/document-title';

/** Something of ours failed: what to do, and the number under which it stands in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <DocumentTitle title="系统出了点问题" />
      <h1 className="mb-3 text-2xl font-strong">系统出了点问题</h1>
      <p className="mb-6">已填写的内容没有丢失，请重试。如果反复出现，请把编号 {error.digest ?? '—'} 告诉协会。</p>
      <Button onClick={reset}>重试</Button>
    </main>
  );
}
