'use client';

import { type ReactNode, useState } from 'react';
import { fileKindLabels } from '@/lib/copy/applications';
import type { FileKind } from '@/lib/generated/prisma/enums';
import type { FileView } from '@/lib/uploads/views';
import { PageViewer } from './page-viewer';

const order: readonly FileKind[] = ['applicationForm', 'creditPledge', 'businessLicense', 'transferVoucher'];

type ScanViewerProps = {
  files: readonly FileView[];
  kinds?: readonly FileKind[];
  /** What to know while looking at a document. */
  notes?: Partial<Record<FileKind, ReactNode>>;
};

/** The scans, a tab a document. */
export function ScanViewer({ files, kinds = order, notes = {} }: ScanViewerProps) {
  const present = kinds.filter((kind) => files.some((file) => file.kind === kind));
  const [chosen, setChosen] = useState<FileKind | undefined>(present[0]);
  if (!present.length || !chosen) return <p className="rounded-lg border border-line bg-white p-6 text-ink-3">没有上传文件。</p>;
  return (
    <section aria-label="扫描件" className="overflow-hidden rounded-lg border border-line bg-white">
      <div role="tablist" aria-label="材料" className="flex flex-wrap border-b border-line px-3">
        {present.map((kind, index) => (
          <button
            key={kind}
            type="button"
            role="tab"
            data-key={String(index + 1)}
            aria-keyshortcuts={String(index + 1)}
            aria-selected={kind === chosen}
            onClick={() => setChosen(kind)}
            className="min-h-12 px-3 text-ink-2 aria-selected:font-strong aria-selected:text-brand-strong aria-selected:shadow-[inset_0_-3px_var(--color-accent)]"
          >
            {fileKindLabels[kind]}（{files.filter((file) => file.kind === kind).reduce((sum, { pages }) => sum + pages.length, 0)} 页）
          </button>
        ))}
      </div>
      {notes[chosen] && <div className="border-b border-line-2 px-4 py-2.5 text-[15px]">{notes[chosen]}</div>}
      <div role="tabpanel" aria-label={fileKindLabels[chosen]}>
        <PageViewer
          key={chosen}
          files={files.filter((file) => file.kind === chosen)}
          title={fileKindLabels[chosen]}
          className="max-h-[80vh] min-h-80"
        />
      </div>
    </section>
  );
}
