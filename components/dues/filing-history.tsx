import { filingEventLabels } from '@/lib/copy/dues';
import { formatMoment } from '@/lib/days';
import type { FilingEventView } from '@/lib/dues/filing-view';

/** What happened to a filing, newest first. */
export function FilingHistory({ events }: { events: readonly FilingEventView[] }) {
  return (
    <ol className="flex flex-col gap-3">
      {events.toReversed().map(({ id, event, actorName, reason, createdAt }) => (
        <li key={id} className="border-l-2 border-line pl-4">
          <p>
            <b className="font-semibold">{filingEventLabels[event]}</b> · {actorName}
          </p>
          {reason && <p className="text-ink-2">{reason}</p>}
          <time dateTime={createdAt.toISOString()} className="num text-sm text-ink-3">
            {formatMoment(createdAt)}
          </time>
        </li>
      ))}
    </ol>
  );
}
