import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer';

type PageFrameProps = { header: ReactNode; site: { icp: string; policeRecord: string } | null; wide?: boolean; children: ReactNode };

/** Header, main, footer: the frame of every area. */
export function PageFrame({ header, site, wide = false, children }: PageFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      {header}
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-5 outline-none md:px-6 md:pt-8 md:pb-16 ${wide ? 'max-w-[1440px]' : 'max-w-[1120px]'}`}
      >
        {children}
      </main>
      <SiteFooter icp={site?.icp ?? ''} policeRecord={site?.policeRecord ?? ''} />
    </div>
  );
}
