'use client';

import { usePathname } from 'next/navigation';
import { Link } from '@/components/ui/link';

export type NavItem = {
  href: string;
  label: string;
  /** Where else this is the place one is in. */
  also?: readonly string[];
};

/** The menu of an area; the current place is marked. */
export function NavLinks({ items, label, stacked = false }: { items: readonly NavItem[]; label: string; stacked?: boolean }) {
  const path = usePathname();
  const isCurrent = ({ href, also = [] }: NavItem) =>
    [href, ...also].some((address) => {
      const [place = ''] = address.split('?');
      return path === place || (place !== '/admin' && path.startsWith(`${place}/`));
    });
  return (
    <nav aria-label={label} className={stacked ? 'flex flex-col' : 'flex gap-1'}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={isCurrent(item) ? 'page' : undefined} className="menu-item">
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
