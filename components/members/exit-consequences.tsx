import type { ExitConsequence } from '@/lib/members/exit-consequence';
import { formatFen } from '@/lib/money';

/** What leaving means for the dues, in sentences for the member and for staff. */
export function ExitConsequences({ consequence: { open, year, paidFen } }: { consequence: ExitConsequence }) {
  return (
    <ul className="ml-5 flex list-disc flex-col gap-1.5">
      {open.length ? (
        open.map(({ id, year: of, topUp, openFen, untouched }) => (
          <li key={id}>
            {of} 年度{topUp ? '补差' : '会费'}还有 <b className="num font-semibold">{formatFen(openFen)}</b> 未交
            {untouched ? '。是否取消由协会决定。' : '，其中有已交或已填报的，由协会财务处理。'}
          </li>
        ))
      ) : (
        <li>没有未交的会费。</li>
      )}
      <li>
        {paidFen > 0 ? (
          <>
            {year} 年度已交 <b className="num font-semibold">{formatFen(paidFen)}</b>，退会后一般不退还。
          </>
        ) : (
          `${year} 年度没有交过会费。`
        )}
      </li>
    </ul>
  );
}
