'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

type DisclosureProps = { summary: ReactNode; label: string; children: ReactNode; className?: string };

/** A menu on native details: opens without JavaScript; with it, closes on Escape, on a click elsewhere and after a move. */
export function Disclosure({ summary, label, children, className = '' }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is the reason to close
  useEffect(() => {
    details.current?.removeAttribute('open');
  }, [path]);
  useEffect(() => {
    const close = (event: Event) => {
      const inside = event.target instanceof Node && details.current?.contains(event.target);
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !inside) details.current?.removeAttribute('open');
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={details} className={`relative ${className}`}>
      <summary
        aria-label={label}
        className="flex min-h-11 list-none items-center gap-2 rounded-md px-2 hover:bg-ground [&::-webkit-details-marker]:hidden"
      >
        {summary}
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1 min-w-56 rounded-lg border border-line bg-white p-2 shadow-[0_8px_24px_rgb(16_42_67/.12)]">
        {children}
      </div>
    </details>
  );
}
