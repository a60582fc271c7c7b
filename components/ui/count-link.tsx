import { Link } from './link';

/** What waits of one kind, as the way there; nothing for none. */
export function CountLink({ label, count, href }: { label: string; count: number; href: string }) {
  return count > 0 ? (
    <Link href={href} className="inline-flex min-h-11 items-center text-warn">
      {label} {count} 笔
    </Link>
  ) : null;
}
