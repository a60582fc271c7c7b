import { Panel } from '@/components/ui/panel';
import { Link } from './link';

type WaitingListProps = { title: string; href: string; all: string; empty: string; isEmpty: boolean; children: React.ReactNode };

/** What waits for somebody, the first few of it, on the workbench. */
export function WaitingList({ title, href, all, empty, isEmpty, children }: WaitingListProps) {
  return (
    <Panel title={title} hint={<Link href={href}>全部 {all}</Link>} flush>
      <ul className="divide-y divide-line-2">
        {children}
        {isEmpty && <li className="px-4 py-4 text-ink-3 md:px-6">{empty}</li>}
      </ul>
    </Panel>
  );
}

/** One thing that waits: its name leads to it. */
export function WaitingItem({ href, name, children }: { href: string; name: string; children?: React.ReactNode }) {
  return (
    <li className="flex items-center gap-4 px-4 md:px-6">
      <Link href={href} className="flex min-h-12 flex-1 items-center py-2">
        {name}
      </Link>
      {children}
    </li>
  );
}
