import { ChevronDown, Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { ASSOCIATION } from '@/lib/copy/association';
import { Disclosure } from './disclosure';
import { Mark } from './mark';
import { type NavItem, NavLinks } from './nav-links';

/** Where something of the header stands: in the bar, or in the menu that folds on a phone. */
export type HeaderPlace = 'bar' | 'menu';

type SiteHeaderProps = {
  home: string;
  title?: string;
  subtitle?: string;
  items: readonly NavItem[];
  /** At the right end: who is signed in, or the ways in. */
  end?: (place: HeaderPlace) => ReactNode;
  wide?: boolean;
};

/** The top bar of every area: mark, menu, who. On a phone the menu folds, and the longer one of staff on a tablet, too. */
export function SiteHeader({ home, title = ASSOCIATION.name, subtitle = ASSOCIATION.system, items, end, wide = false }: SiteHeaderProps) {
  return (
    <header data-site className="border-b border-line bg-white">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:bg-white focus:p-3">
        跳到正文
      </a>
      <div
        className={`mx-auto flex min-h-14 items-center gap-2 px-4 md:min-h-16 md:gap-7 md:px-6 ${wide ? 'max-w-[1440px]' : 'max-w-[1120px]'}`}
      >
        <Link href={home} className="flex min-w-0 items-center gap-3 py-2 text-ink no-underline">
          <Mark />
          <span className="min-w-0 leading-tight font-strong tracking-[.02em]">
            {title}
            <small className="block text-xs font-normal tracking-[.06em] text-ink-3 max-md:hidden">{subtitle}</small>
          </span>
        </Link>
        <div className={`ml-auto ${wide ? 'max-xl:hidden' : 'max-md:hidden'}`}>
          <NavLinks items={items} label="主菜单" />
        </div>
        {end && <div className={`border-l border-line pl-4 ${wide ? 'max-xl:hidden' : 'max-md:hidden'}`}>{end('bar')}</div>}
        <Disclosure
          label="菜单"
          className={`ml-auto ${wide ? 'xl:hidden' : 'md:hidden'}`}
          summary={
            <>
              <Menu aria-hidden="true" className="size-5" />
              菜单
            </>
          }
        >
          <NavLinks items={items} label="菜单" stacked />
          {end && <div className="mt-2 border-t border-line-2 pt-2">{end('menu')}</div>}
        </Disclosure>
      </div>
    </header>
  );
}

type WhoProps = { title: string; subtitle: string; place: HeaderPlace; children: ReactNode };

/** Who is signed in, with the account's menu: folded once more in the bar. */
export function Who({ title, subtitle, place, children }: WhoProps) {
  const who = <WhoText title={title} subtitle={subtitle} />;
  if (place === 'menu')
    return (
      <>
        <div className="px-3.5 py-1">{who}</div>
        {children}
      </>
    );
  return (
    <Disclosure
      label={`${title}，${subtitle}，账号菜单`}
      summary={
        <>
          {who}
          <ChevronDown aria-hidden="true" className="size-4 text-ink-3" />
        </>
      }
    >
      {children}
    </Disclosure>
  );
}

function WhoText({ title, subtitle }: { title: string; subtitle: string }) {
  return (
    <span className="block max-w-56 text-sm leading-snug text-ink-2">
      <b className="block truncate font-semibold text-ink">{title}</b>
      {subtitle}
    </span>
  );
}
