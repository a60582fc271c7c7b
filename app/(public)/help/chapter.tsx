import type { StaticImageData } from 'next/image';
import type { ReactNode } from 'react';

/** A chapter of the manual; other pages lead to it by its id. The pictures are screens as they look on a phone (`npm run tour`). */
export type Chapter = { id: string; title: string; body: ReactNode; pictures?: readonly { of: StaticImageData; alt: string }[] };

/** What to do, one after the other. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="flex list-decimal flex-col gap-1.5 pl-6">{children}</ol>;
}

/** The words, and beside them the screens they are about. */
export function ChapterBody({ body, pictures = [] }: Pick<Chapter, 'body' | 'pictures'>) {
  return (
    <div className="flex flex-col gap-5 lg:flex-row lg:items-start lg:justify-between">
      <div className="flex max-w-[40em] flex-col gap-3">{body}</div>
      <div className="flex max-w-80 flex-none flex-col gap-4 empty:hidden lg:w-72">
        {pictures.map(({ of: { src, width, height }, alt }) => (
          // biome-ignore lint/performance/noImgElement: small already, and of one size
          <img
            key={src}
            src={src}
            width={width}
            height={height}
            alt={alt}
            loading="lazy"
            className="h-auto w-full rounded-lg border border-line-3"
          />
        ))}
      </div>
    </div>
  );
}
