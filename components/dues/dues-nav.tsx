import { Link } from '@/components/ui/link';

const places = [
  { href: '/admin/dues', label: '汇款确认' },
  { href: '/admin/statements', label: '银行流水' },
  { href: '/admin/dues/charges', label: '应交会费' },
  { href: '/admin/dues/reminders', label: '催交提醒' },
  { href: '/admin/receipts', label: '电子票据' },
  { href: '/admin/dues/refunds', label: '退费' },
  { href: '/admin/dues/raise', label: '产生会费' },
  { href: '/admin/dues/online', label: '在线支付' },
  { href: '/admin/dues/ledger', label: '台账' },
] as const;

export type DuesPlace = (typeof places)[number]['href'];

/** The places of 会费 for finance. */
export function DuesNav({ current }: { current: DuesPlace }) {
  return (
    <nav aria-label="会费" className="mb-4 flex flex-wrap gap-x-1 border-b border-line">
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === current ? 'page' : undefined}
          className="inline-flex min-h-11 items-center border-b-2 border-transparent px-3 text-ink-2 no-underline hover:text-brand aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
