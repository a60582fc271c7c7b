import { Tag } from '@/components/ui/tag';
import { requestKindLabels, requestStateLabels } from '@/lib/copy/receipts';
import { formatMoment } from '@/lib/days';
import type { RequestView } from '@/lib/receipts/views';

/** What was asked of a receipt, and what was answered; the latest first. */
export function RequestHistory({ requests }: { requests: readonly RequestView[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {requests.map(({ id, kind, state, reason, titleName, titleUscc, answer, createdAt }) => (
        <li key={id} className="border-l-2 border-line pl-4">
          <p className="flex flex-wrap items-center gap-2">
            <b className="font-semibold">{requestKindLabels[kind]}</b>
            <Tag tone={requestStateLabels[state].tone}>{requestStateLabels[state].text}</Tag>
          </p>
          {titleName && (
            <p>
              换成：{titleName} {titleUscc}
            </p>
          )}
          {reason && <p className="text-ink-2">{reason}</p>}
          {answer && <p>协会答复：{answer}</p>}
          <time dateTime={createdAt.toISOString()} className="num text-sm text-ink-3">
            {formatMoment(createdAt)}
          </time>
        </li>
      ))}
    </ul>
  );
}
