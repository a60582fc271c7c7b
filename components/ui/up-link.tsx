import { Link } from './link';

/** Above a page's title: the page that it belongs to. */
export function UpLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <p className="text-sm text-ink-3">
      <Link href={href} className="inline-flex min-h-11 items-center">
        {children}
      </Link>
    </p>
  );
}
