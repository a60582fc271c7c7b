import type { StaticImageData } from 'next/image';
import type { ReactNode } from 'react';

/** A chapter of the manual; other pages lead to it by its id. */
export type Chapter = { id: string; title: string; body: ReactNode };

/** What to do, one after the other. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="flex list-decimal flex-col gap-1.5 pl-6">{children}</ol>;
}

/** A screen as it looks on a phone, taken by `npm run tour`. */
export function Picture({ of, alt }: { of: StaticImageData; alt: string }) {
  return (
    <figure className="max-w-[340px]">
      {/* biome-ignore lint/performance/noImgElement: small already, and of one size */}
      <img
        src={of.src}
        width={of.width}
        height={of.height}
        alt={alt}
        loading="lazy"
        className="h-auto w-full rounded-lg border border-line-3"
      />
    </figure>
  );
}
