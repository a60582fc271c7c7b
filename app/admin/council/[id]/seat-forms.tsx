import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';
import { seatLabels as labels } from '@/lib/copy/members';

type Fields = Record<'position' | 'person' | 'title' | 'term' | 'from' | 'to', string>;
type SeatFormProps = { action: FormAction; hidden: Record<string, string>; seat: Fields; button: string };

/** Who holds a seat, and for how long. */
export function SeatForm({ action, hidden, seat, button }: SeatFormProps) {
  return (
    <ActionForm action={action} hidden={hidden} labels={labels} className="grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
      <LineField name="person" label={labels.person} value={seat.person} required />
      <LineField name="title" label={labels.title} hint="在本单位的职务" value={seat.title} required />
      <LineField name="position" label={labels.position} hint="如：理事、常务理事、副会长" value={seat.position} required />
      <LineField name="term" label={labels.term} hint="如：第十届" value={seat.term} required />
      <LineField name="from" label={labels.from} type="date" value={seat.from} required />
      <LineField name="to" label={labels.to} hint="没有定的可不填" type="date" value={seat.to} />
      <div>
        <SubmitButton waiting="正在保存…">{button}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndSeat({ action, hidden, today }: { action: FormAction; hidden: Record<string, string>; today: string }) {
  return (
    <ActionForm action={action} hidden={hidden} labels={labels} className="flex flex-col gap-4 pt-2">
      <LineField name="on" label={labels.on} type="date" value={today} required />
      <ReasonField name="reason" label={labels.reason} />
      <div>
        <SubmitButton look="danger" waiting="正在保存…">
          结束任职
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
