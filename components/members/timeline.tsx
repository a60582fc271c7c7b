import { formatMoment } from '@/lib/days';
import type { TimelineEntry } from '@/lib/members/timeline';

/** All that happened to a member, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  if (!entries.length) return <p className="text-ink-3">还没有记录。</p>;
  return (
    <ol className="flex flex-col gap-3">
      {entries.map(({ at, title, detail, by }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a history have no identity of their own
        <li key={index} className="border-l-2 border-line pl-4">
          <p>
            <b className="font-semibold">{title}</b>
            {by && ` · ${by}`}
          </p>
          {detail && <p className="break-words whitespace-pre-line text-ink-2">{detail}</p>}
          <time dateTime={at.toISOString()} className="num text-sm text-ink-3">
            {formatMoment(at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
