import { Link } from '@/components/ui/link';
import type { QueuePlace } from '@/lib/applications/queue-place';

const step = 'inline-flex min-h-11 items-center px-1 md:min-h-8';

/** Where one is among the waiting applications, and the ways to the neighbours. */
export function QueueSteps({ position, total, previousId, nextId, waiting }: QueuePlace & { waiting: boolean }) {
  return (
    <nav aria-label="待审核的申请" className="flex flex-wrap items-center gap-x-3">
      {waiting && (
        <span className="num">
          第 {position} / {total} 件
        </span>
      )}
      {previousId && (
        <Link href={`/admin/applications/${previousId}`} data-key="k" aria-keyshortcuts="k" className={step}>
          上一件
        </Link>
      )}
      {nextId && (
        <Link href={`/admin/applications/${nextId}`} data-key="j" aria-keyshortcuts="j" className={step}>
          下一件
        </Link>
      )}
    </nav>
  );
}
