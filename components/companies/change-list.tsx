import { Tag } from '@/components/ui/tag';
import type { ChangeView } from '@/lib/companies/change-views';
import { changeEventLabels, changeFieldLabels, changeStateLabels } from '@/lib/copy/companies';
import { formatMoment } from '@/lib/days';

/** 谁在何时改了什么, the latest first. Members see the association, not the name of its staff. */
export function ChangeList({ changes }: { changes: readonly ChangeView[] }) {
  if (!changes.length) return <p className="text-ink-3">还没有修改过。</p>;
  return (
    <ol className="flex flex-col gap-4">
      {changes.map((change) => (
        <li key={change.id} className="border-l-2 border-line pl-4">
          <p className="flex flex-wrap items-center gap-x-2">
            <b className="font-semibold">{titleOf(change)}</b>
            <span>· {change.actorName}</span>
            {(change.kind === 'request' || change.kind === 'exit' || change.state === 'undone') && (
              <Tag tone={changeStateLabels[change.state].tone}>
                {change.kind === 'request' && change.state === 'pending' ? '变更审核中' : changeStateLabels[change.state].text}
              </Tag>
            )}
          </p>
          <time dateTime={change.madeAt.toISOString()} className="num text-sm text-ink-3">
            {formatMoment(change.madeAt)}
          </time>
          <ChangeLines kind={change.kind} lines={change.lines} />
          <ChangeEvents events={change.events.filter(({ event }) => event !== 'acknowledge')} forMember />
        </li>
      ))}
    </ol>
  );
}

function titleOf({ kind, field }: ChangeView): string {
  if (kind === 'request') return '申请变更单位名称或信用代码';
  return kind === 'exit' ? '申请退会' : `修改${changeFieldLabels[field]}`;
}

/** What it was and became, a line a field; of 退会申请 what was said. */
export function ChangeLines({ kind, lines }: Pick<ChangeView, 'kind' | 'lines'>) {
  if (kind === 'exit') return lines.map(({ label, after }) => <Said key={label} label={label} text={after} />);
  return (
    <dl className="text-[15px]">
      {lines.map(({ label, before, after }) => (
        <div key={label} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 break-words">
            <del className="text-ink-3">{before || '（空）'}</del>
            <span className="mx-1.5" aria-hidden="true">
              →
            </span>
            <span className="sr-only">改为</span>
            <ins className="no-underline">{after || '（空）'}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <p className="text-[15px] break-words whitespace-pre-line">
      <span className="text-ink-3">{label}</span> {text}
    </p>
  );
}

/** What came of it. */
export function ChangeEvents({ events, forMember = false }: { events: ChangeView['events']; forMember?: boolean }) {
  return (
    <ul className="mt-1 flex flex-col gap-1 text-[15px] empty:hidden">
      {events.map(({ id, event, actorName, byStaff, reason, createdAt }) => (
        <li key={id}>
          {changeEventLabels[event]} · {forMember && byStaff ? '协会' : actorName} ·{' '}
          <time dateTime={createdAt.toISOString()} className="num text-sm text-ink-3">
            {formatMoment(createdAt)}
          </time>
          {reason && <span className="block whitespace-pre-line text-ink-2">{reason}</span>}
        </li>
      ))}
    </ul>
  );
}
