'use client';

import { ChevronLeft, ChevronRight, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, DownloadLink } from '@/components/ui/button';
import type { FileView } from '@/lib/uploads/views';

/** Shares of the panel's width: as classes, because the content policy allows no inline style. */
const ZOOMS = ['w-1/2', 'w-3/4', 'w-full', 'w-[150%]', 'w-[200%]', 'w-[300%]'] as const;
const FITTING = 2;

type PageViewerProps = {
  files: readonly FileView[];
  /** What the pages are of. */
  title: string;
  /** Takes the keyboard as soon as it is there: it is all that a dialog shows. */
  atOnce?: boolean;
  /** How high it is. */
  className?: string;
};

/** The pages of some files, one under the other: to zoom, to turn, to page through, also by keyboard; the originals to save. */
export function PageViewer({ files, title, atOnce = false, className = '' }: PageViewerProps) {
  const sheets = files.flatMap((file) => file.pages.map((page) => ({ file, page })));
  const [zoom, setZoom] = useState<number>(FITTING);
  const [turns, setTurns] = useState(0);
  const { panel, current, goTo, look } = usePaging();
  useEffect(() => {
    if (atOnce) panel.current?.focus();
  }, [atOnce, panel]);

  const moves: Moves = {
    ']': () => goTo(current + 1),
    '[': () => goTo(current - 1),
    '+': () => setZoom((step) => Math.min(ZOOMS.length - 1, step + 1)),
    '-': () => setZoom((step) => Math.max(0, step - 1)),
    '0': () => setZoom(FITTING),
    r: () => setTurns((count) => (count + 1) % 4),
  };
  function press(event: KeyboardEvent) {
    const name = nameOf(event.key, zoom > FITTING);
    if (event.ctrlKey || event.metaKey || event.altKey || !name) return;
    event.preventDefault();
    moves[name]();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what its buttons do as well
    <div onKeyDown={press} className={`flex min-h-0 flex-col ${className}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a page or a dialog, not a section of its own */}
      <div
        ref={panel}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={look}
        aria-label={`${title}的各页`}
        className="relative flex min-h-0 flex-1 flex-col gap-5 overflow-auto bg-[#e6ebf0] p-3 -outline-offset-3 md:p-5"
      >
        {sheets.map(({ file, page }, index) => (
          <Sheet
            key={`${file.id}-${page.page}`}
            address={`/api/files/${file.id}/pages/${page.page}`}
            size={page}
            alt={`${title} 第 ${index + 1} 页，共 ${sheets.length} 页`}
            zoom={ZOOMS[zoom] ?? 'w-full'}
            turns={turns}
          />
        ))}
      </div>
      <Tools moves={moves} current={current} count={sheets.length} files={files} />
    </div>
  );
}

type Move = '[' | ']' | '+' | '-' | '0' | 'r';
type Moves = Record<Move, () => void>;

const names: Record<string, Move> = { '[': '[', ']': ']', PageUp: '[', PageDown: ']', '+': '+', '=': '+', '-': '-', '0': '0', r: 'r' };
const arrows: Record<string, Move> = { ArrowLeft: '[', ArrowRight: ']' };

// A page that is wider than its panel is moved with the arrows.
function nameOf(key: string, isWide: boolean): Move | undefined {
  return names[key] ?? (isWide ? undefined : arrows[key]);
}

type ToolsProps = { moves: Moves; current: number; count: number; files: readonly FileView[] };

function Tools({ moves, current, count, files }: ToolsProps) {
  const tool = (key: Move, label: string) =>
    ({
      look: 'secondary',
      size: 'small',
      onClick: moves[key],
      shortcut: key,
      'aria-label': label,
      title: label,
      className: 'min-w-11',
    }) as const;
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-t border-line-2 bg-white px-3 py-2 md:px-4 md:py-3">
      {count > 1 && (
        <>
          <Button {...tool('[', '上一页')}>
            <ChevronLeft aria-hidden="true" className="size-4" />
          </Button>
          <output className="num text-sm" aria-label="当前页">
            {current + 1} / {count}
          </output>
          <Button {...tool(']', '下一页')}>
            <ChevronRight aria-hidden="true" className="size-4" />
          </Button>
        </>
      )}
      <Button {...tool('-', '缩小')}>
        <ZoomOut aria-hidden="true" className="size-4" />
      </Button>
      <Button {...tool('+', '放大')}>
        <ZoomIn aria-hidden="true" className="size-4" />
      </Button>
      <Button {...tool('r', '旋转')}>
        <RotateCw aria-hidden="true" className="size-4" />
      </Button>
      <span className="ml-auto flex flex-wrap">
        {files.map((file, index) => (
          <DownloadLink key={file.id} look="quiet" size="small" href={`/api/files/${file.id}`} download>
            下载原件{files.length > 1 ? ` ${index + 1}` : ''}
          </DownloadLink>
        ))}
      </span>
    </div>
  );
}

/** Which sheet of a scrolling panel is looked at, and the way to another. */
function usePaging() {
  const panel = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const sheets = () => [...(panel.current?.children ?? [])].filter((sheet) => sheet instanceof HTMLElement);
  function look() {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = panel.current ?? {};
    const atEnd = scrollTop + clientHeight >= scrollHeight - 2;
    const found = sheets().findLastIndex(({ offsetTop }) => offsetTop <= scrollTop + clientHeight / 3);
    setCurrent(atEnd ? sheets().length - 1 : Math.max(0, found));
  }
  function goTo(index: number) {
    const sheet = sheets()[index];
    if (!sheet) return;
    setCurrent(index);
    panel.current?.scrollTo?.({ top: sheet.offsetTop - 12 });
  }
  return { panel, current, goTo, look };
}

type SheetProps = { address: string; size: { width: number; height: number }; alt: string; zoom: string; turns: number };

const QUARTERS = ['', 'rotate-90', 'rotate-180', '-rotate-90'];

function Sheet({ address, size: { width, height }, alt, zoom, turns }: SheetProps) {
  return (
    // A turned page keeps its box: a square one has room for it either way.
    <div className={`mx-auto grid flex-none place-items-center ${zoom} ${turns % 2 ? 'aspect-square' : ''}`}>
      {/* biome-ignore lint/performance/noImgElement: private pictures go through the policy, not through an optimiser */}
      <img
        src={address}
        width={width}
        height={height}
        loading="lazy"
        alt={alt}
        className={`border border-line bg-white ${turns % 2 ? 'h-full w-auto' : 'h-auto w-full'} ${QUARTERS[turns]}`}
      />
    </div>
  );
}
