'use client';

import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { ResultList } from '@/components/form/result-list';
import { ChooseAll, RowBox } from '@/components/form/row-boxes';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import type { FormAction } from '@/lib/actions/action-state';
import type { Day } from '@/lib/days';

const FORM = 'end-lapsed';
const labels = { memberIds: '名单', event: '处理', reason: '原因', on: '生效日期' };

/** The box of one member; it belongs to the form below the table. */
export function LapsedBox({ id, name }: { id: string; name: string }) {
  return <RowBox form={FORM} field="memberIds" value={id} label={`选择 ${name}`} />;
}

/** 退会 or 除名 of those that are ticked, with one reason; the result stands here member by member. */
export function EndLapsedForm({ action, today, count }: { action: FormAction; today: Day; count: number }) {
  return (
    <ActionForm id={FORM} action={action} labels={labels} className="flex flex-col gap-4">
      {count > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <ChooseAll form={FORM} />
            <span className="text-sm text-ink-3">在上面的名单中勾选一家或几家，其余的不受影响。</span>
          </div>
          <ReasonField name="reason" label="原因" value="连续两年未交纳会费，按章程第十二条视为自动退会" />
          <LineField name="on" label="生效日期" type="date" max={today} value={today} required />
          <TickField name="cancelDues" checked>
            同时取消没有交过的会费（每家的金额见名单）；交过一部分或已填报的由财务处理
          </TickField>
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="event" value="withdraw" look="danger" waiting="正在办理…">
              所选单位退会
            </SubmitButton>
            <SubmitButton name="event" value="expel" look="danger" waiting="正在办理…">
              所选单位除名
            </SubmitButton>
          </div>
        </>
      )}
      <ResultList />
    </ActionForm>
  );
}
