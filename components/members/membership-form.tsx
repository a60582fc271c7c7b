import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';
import type { Day } from '@/lib/days';

type MembershipFormProps = { member: { id: string; number: string; joinedOn: Day }; today: Day; action: FormAction };

const labels = { number: '会员编号', joinedOn: '入会日期', reason: '更正的原因' };

/** 会员编号 and 入会日期, where the old system had them wrong. */
export function MembershipForm({ member: { id, number, joinedOn }, today, action }: MembershipFormProps) {
  return (
    <details className="border-b border-line-2 py-1">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-brand">更正会员编号和入会日期</summary>
      <ActionForm action={action} hidden={{ memberId: id, shown: number }} labels={labels} className="flex flex-col gap-4 pt-2 pb-4">
        <p>登记有误时用。原来的编号仍能搜到这家会员；会员证随之换发。</p>
        <LineField name="number" label={labels.number} value={number} maxLength={30} required />
        <LineField name="joinedOn" label={labels.joinedOn} type="date" max={today} value={joinedOn} required />
        <ReasonField name="reason" label={labels.reason} />
        <div>
          <SubmitButton waiting="正在更正…">更正</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
