import type { ReactNode } from 'react';

/** To a chapter of the manual, beside what is being filled in, which stays open. */
export function HelpLink({ chapter, children = '怎么填？' }: { chapter: string; children?: ReactNode }) {
  return (
    <a href={`/help#${chapter}`} target="_blank" rel="noopener" className="inline-flex min-h-11 items-center text-sm md:min-h-8">
      {children}
    </a>
  );
}
