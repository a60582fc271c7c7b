'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export type NavItem = { href: string; label: string };

/** The menu of an area; the current place is marked. */
export function NavLinks({ items, label, stacked = false }: { items: readonly NavItem[]; label: string; stacked?: boolean }) {
  const path = usePathname();
  const isCurrent = (href: string) => {
    const [place = ''] = href.split('?');
    return path === place || (place !== '/admin' && path.startsWith(`${place}/`));
  };
  return (
    <nav aria-label={label} className={stacked ? 'flex flex-col' : 'flex gap-1'}>
      {items.map(({ href, label: text }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent(href) ? 'page' : undefined}
          className="flex min-h-11 items-center rounded-md px-3.5 text-ink-2 no-underline hover:bg-ground aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
