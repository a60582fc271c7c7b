import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import type { Elsewhere } from '@/lib/applications/elsewhere';
import { applicationStateLabels } from '@/lib/copy/applications';
import { formatMoment } from '@/lib/days';

/** The same code or phone in other applications and members; earlier applications of the same applicant. */
export function ElsewhereList({ applications, members }: Elsewhere) {
  if (!applications.length && !members.length) return <p className="text-ink-3">没有发现相同的信用代码、手机号或以前的申请。</p>;
  return (
    <ul className="flex flex-col gap-2">
      {members.map(({ number, companyName, same }) => (
        <li key={number} className="flex flex-wrap items-center gap-2">
          <b className="font-semibold">{companyName}</b>
          <span className="num text-sm">会员 {number}</span>
          <Reasons same={same} tone="bad" />
        </li>
      ))}
      {applications.map(({ id, companyName, state, submittedAt, same }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <Link href={`/admin/applications/${id}`} className="inline-flex min-h-11 items-center md:min-h-8">
            {companyName}
          </Link>
          <Tag tone={applicationStateLabels[state].tone}>{applicationStateLabels[state].text}</Tag>
          {submittedAt && <span className="num text-sm text-ink-3">{formatMoment(submittedAt)}</span>}
          <Reasons same={same} tone="warn" />
        </li>
      ))}
    </ul>
  );
}

function Reasons({ same, tone }: { same: readonly string[]; tone: 'warn' | 'bad' }) {
  return same.map((reason) => (
    <Tag key={reason} tone={tone}>
      {reason}
    </Tag>
  ));
}
