import { ActionForm } from '@/components/form/action-form';
import { AskedTick } from '@/components/form/asked-tick';
import { LineField } from '@/components/form/line-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import { SearchBox } from '@/components/ui/list-controls';
import { Panel } from '@/components/ui/panel';
import type { FormAction } from '@/lib/actions/action-state';
import { formatDay } from '@/lib/days';
import { formatAmount, formatFen } from '@/lib/money';
import type { BankRowView } from '@/lib/statements/list-rows';
import type { Candidate } from '@/lib/statements/match';
import { settleLabels } from './proposals';

type Props = { path: string; query: Record<string, string>; row: BankRowView; candidates: readonly Candidate[]; action: FormAction };

/** For a row whose payer no proposal knows, or that pays for several: found by search, with how much of the row it is. */
export function ChooseTarget({ path, query, row, candidates, action }: Props) {
  return (
    <Panel title={`这笔到款用于哪家单位：${row.payerName} ${formatDay(row.paidOn)}，还有 ${formatFen(row.leftFen)}`}>
      <SearchBox path={path} query={query} placeholder="单位名称、曾用名、拼音首字母或信用代码" />
      {query.search && !candidates.length && <p className="mt-4 text-ink-3">没有找到还有未交会费的“{query.search}”。</p>}
      <ul className="mt-4 flex flex-col gap-4">
        {candidates.map((candidate) => (
          <li key={candidate.recorded?.id ?? candidate.filing?.id ?? candidate.companyId} className="rounded-md border border-line p-4">
            <ActionForm
              action={action}
              hidden={{
                ...{ rowId: row.id, key: crypto.randomUUID() },
                ...(candidate.filing && { filingId: candidate.filing.id }),
                ...(candidate.recorded && { paymentId: candidate.recorded.id }),
              }}
              labels={settleLabels}
              className="flex flex-col gap-3"
            >
              <p className="font-semibold">{candidate.names[0]}</p>
              <What {...candidate} />
              <AskedTick name="isAnother">已核对，这是另一笔款</AskedTick>
              {candidate.recorded ? (
                <div>
                  <SubmitButton>是同一笔，关联</SubmitButton>
                </div>
              ) : (
                <div className="flex flex-wrap items-end gap-4">
                  <LineField
                    name="amount"
                    label="其中金额（元）"
                    hint="整笔的不用改"
                    inputMode="decimal"
                    value={formatAmount(row.leftFen)}
                    required
                  />
                  <SubmitButton>确认到账</SubmitButton>
                </div>
              )}
            </ActionForm>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function What({ filing, recorded, charges }: Candidate) {
  if (recorded) {
    return (
      <p className="num">
        {formatDay(recorded.on)} 已经登记的到款：{formatDay(recorded.paidOn)} {recorded.payer} {formatFen(recorded.amountFen)}
      </p>
    );
  }
  if (filing) {
    return (
      <>
        <p className="num">
          已填写汇款信息：{charges.map(({ year }) => year).join('、')} 年，{formatDay(filing.paidOn)} 汇款，待到账{' '}
          {formatFen(filing.amountFen)}
        </p>
        <TickField name="onlyArrived">不会再有其余款项了，按实际到账的确认（差额为少交）</TickField>
      </>
    );
  }
  return (
    <fieldset>
      <legend className="text-sm text-ink-3">没有填写汇款信息，确认后短信请联络员补填</legend>
      <div className="flex flex-wrap gap-x-6">
        {charges.map(({ id, year, openFen }) => (
          <label key={id} className="num flex min-h-11 items-center gap-2.5">
            <input type="checkbox" name="chargeIds" value={id} defaultChecked className="size-5 flex-none accent-brand" />
            {year} 年，未交 {formatFen(openFen)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
