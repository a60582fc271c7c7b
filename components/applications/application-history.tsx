import type { HistoryEvent } from '@/lib/applications/views';
import { applicationEventLabels } from '@/lib/copy/applications';
import { formatMoment } from '@/lib/days';

/** What happened to an application, newest first. The applicant sees the association, not the name of its reviewer. */
export function ApplicationHistory({ events, forApplicant = false }: { events: readonly HistoryEvent[]; forApplicant?: boolean }) {
  if (!events.length) return <p className="text-ink-3">还没有提交。</p>;
  return (
    <ol className="flex flex-col gap-3">
      {events.toReversed().map(({ id, event, actorName, byStaff, reason, createdAt }) => (
        <li key={id} className="border-l-2 border-line pl-4">
          <p>
            <b className="font-semibold">{applicationEventLabels[event]}</b> · {forApplicant && byStaff ? '协会' : actorName}
          </p>
          {reason && !(forApplicant && event === 'approve') && <p className="whitespace-pre-line text-ink-2">{reason}</p>}
          <time dateTime={createdAt.toISOString()} className="num text-sm text-ink-3">
            {formatMoment(createdAt)}
          </time>
        </li>
      ))}
    </ol>
  );
}
