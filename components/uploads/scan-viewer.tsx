'use client';

import { RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, DownloadLink } from '@/components/ui/button';
import { fileKindLabels } from '@/lib/copy/applications';
import type { FileKind } from '@/lib/generated/prisma/enums';
import type { FileView } from '@/lib/uploads/views';

/** Shares of the panel's width: as classes, because the content policy allows no inline style. */
const ZOOMS = ['w-1/2', 'w-3/4', 'w-full', 'w-[150%]', 'w-[200%]', 'w-[300%]'] as const;
const order: readonly FileKind[] = ['applicationForm', 'creditPledge', 'businessLicense', 'transferVoucher'];

type ScanViewerProps = {
  files: readonly FileView[];
  kinds?: readonly FileKind[];
  /** What to know while looking at a document. */
  notes?: Partial<Record<FileKind, ReactNode>>;
};

/** The scans, a tab a document, to zoom and turn; the original to save. */
export function ScanViewer({ files, kinds = order, notes = {} }: ScanViewerProps) {
  const present = kinds.filter((kind) => files.some((file) => file.kind === kind));
  const [chosen, setChosen] = useState<FileKind | undefined>(present[0]);
  const [zoom, setZoom] = useState(2);
  const [turns, setTurns] = useState(0);
  const shown = files.filter((file) => file.kind === chosen);
  if (!present.length) return <p className="rounded-lg border border-line bg-white p-6 text-ink-3">没有上传文件。</p>;
  return (
    <section aria-label="扫描件" className="overflow-hidden rounded-lg border border-line bg-white">
      <div role="tablist" aria-label="材料" className="flex flex-wrap border-b border-line px-3">
        {present.map((kind) => (
          <button
            key={kind}
            type="button"
            role="tab"
            aria-selected={kind === chosen}
            onClick={() => setChosen(kind)}
            className="min-h-12 px-3 text-ink-2 aria-selected:font-strong aria-selected:text-brand-strong aria-selected:shadow-[inset_0_-3px_var(--color-accent)]"
          >
            {fileKindLabels[kind]}（{files.filter((file) => file.kind === kind).reduce((sum, { pages }) => sum + pages.length, 0)} 页）
          </button>
        ))}
      </div>
      {chosen && notes[chosen] && <div className="border-b border-line-2 px-4 py-2.5 text-[15px]">{notes[chosen]}</div>}
      <div
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={chosen && fileKindLabels[chosen]}
        className="flex max-h-[75vh] min-h-80 flex-col gap-5 overflow-auto bg-[#e6ebf0] p-5"
      >
        {shown.flatMap((file) =>
          file.pages.map((page) => (
            <Sheet key={`${file.id}-${page.page}`} file={file} page={page} zoom={ZOOMS[zoom] ?? 'w-full'} turns={turns} />
          )),
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line-2 px-4 py-3">
        <Button look="secondary" size="small" onClick={() => setZoom((step) => Math.max(0, step - 1))}>
          <ZoomOut aria-hidden="true" className="size-4" />
          缩小
        </Button>
        <Button look="secondary" size="small" onClick={() => setZoom((step) => Math.min(ZOOMS.length - 1, step + 1))}>
          <ZoomIn aria-hidden="true" className="size-4" />
          放大
        </Button>
        <Button look="secondary" size="small" onClick={() => setTurns((count) => (count + 1) % 4)}>
          <RotateCw aria-hidden="true" className="size-4" />
          旋转
        </Button>
        <span className="ml-auto flex flex-wrap">
          {shown.map((file, index) => (
            <DownloadLink key={file.id} look="quiet" size="small" href={`/api/files/${file.id}`} download>
              下载原件{shown.length > 1 ? ` ${index + 1}` : ''}
            </DownloadLink>
          ))}
        </span>
      </div>
    </section>
  );
}

type SheetProps = { file: FileView; page: FileView['pages'][number]; zoom: string; turns: number };

const QUARTERS = ['', 'rotate-90', 'rotate-180', '-rotate-90'];

function Sheet({ file, page: { page, width, height }, zoom, turns }: SheetProps) {
  return (
    // A turned page keeps its box: a square one has room for it either way.
    <div className={`mx-auto grid flex-none place-items-center ${zoom} ${turns % 2 ? 'aspect-square' : ''}`}>
      {/* biome-ignore lint/performance/noImgElement: private pictures go through the policy, not through an optimiser */}
      <img
        src={`/api/files/${file.id}/pages/${page}`}
        width={width}
        height={height}
        loading="lazy"
        alt={`${fileKindLabels[file.kind]} 第 ${page} 页`}
        className={`border border-line bg-white ${turns % 2 ? 'h-full w-auto' : 'h-auto w-full'} ${QUARTERS[turns]}`}
      />
    </div>
  );
}
