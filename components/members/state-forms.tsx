import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import type { FormAction } from '@/lib/actions/action-state';
import { memberEventHints, memberEventLabels } from '@/lib/copy/members';
import type { Day } from '@/lib/days';
import type { MemberState } from '@/lib/generated/prisma/enums';
import { ENDED, memberTransitions, stateEvents } from '@/lib/members/states';
import { formatFen } from '@/lib/money';

type StateFormsProps = {
  memberId: string;
  state: MemberState;
  today: Day;
  /** What the member owes and has paid nothing of: can be cancelled when it ends. */
  untouched: { count: number; fen: number };
  action: FormAction;
};

/** What can be done with a membership as it stands, each with its reason and what it means. */
export function StateForms({ memberId, state, today, untouched, action }: StateFormsProps) {
  const ways = stateEvents.flatMap((event) => {
    const row = memberTransitions.find((candidate) => candidate.from === state && candidate.event === event);
    return row ? [{ event, to: row.to }] : [];
  });
  return (
    <div className="flex flex-col divide-y divide-line-2">
      {ways.map(({ event, to }) => (
        <details key={`${state}-${event}`} className="py-1">
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-brand">{memberEventLabels[event]}</summary>
          <ActionForm
            action={action}
            hidden={{ memberId, event }}
            labels={{ reason: '原因', on: '生效日期' }}
            className="flex flex-col gap-4 pt-2 pb-4"
          >
            <p>{memberEventHints[event]}</p>
            <ReasonField name="reason" label="原因" />
            <LineField name="on" label="生效日期" type="date" max={today} value={today} required />
            {ENDED.includes(to) && untouched.count > 0 && (
              <TickField name="cancelDues">
                同时取消没有交过的会费（{untouched.count} 笔，{formatFen(untouched.fen)}）；已交或已填报的由财务处理
              </TickField>
            )}
            <div>
              <SubmitButton look={event === 'reinstate' ? 'primary' : 'danger'} waiting="正在办理…">
                确认{memberEventLabels[event]}
              </SubmitButton>
            </div>
          </ActionForm>
        </details>
      ))}
    </div>
  );
}
