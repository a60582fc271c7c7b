import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import { Tag } from '@/components/ui/tag';
import type { FormAction } from '@/lib/actions/action-state';
import { type Day, formatDay } from '@/lib/days';
import type { MemberDetail } from '@/lib/members/get-member';

type NotesProps = {
  memberId: string;
  formKey: string;
  notes: MemberDetail['notes'];
  mayWrite: boolean;
  today: Day;
  add: FormAction;
  remove: FormAction;
};

/** What staff keep about a member for each other. */
export function Notes({ memberId, formKey, notes, mayWrite, today, add, remove }: NotesProps) {
  return (
    <div className="flex flex-col gap-5">
      {notes.length === 0 && (
        <p className="text-ink-3">还没有备注。{mayWrite && '来电、约定、特殊情况可以记在这里，只有工作人员能看到。'}</p>
      )}
      <ul className="flex flex-col gap-4 empty:hidden">
        {notes.map(({ id, text, notedOn, pinned, authorName }) => (
          <li key={id} className={`border-l-4 pl-4 ${pinned ? 'border-accent' : 'border-line'}`}>
            <p className="break-words whitespace-pre-line">{text}</p>
            <div className="flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
              {pinned && <Tag tone="warn">置顶</Tag>}
              <span className="num">
                {formatDay(notedOn)} · {authorName}
              </span>
              {mayWrite && (
                <ActionForm action={remove} hidden={{ noteId: id }}>
                  <SubmitButton look="quiet" size="small" waiting="移除…" aria-label={`移除备注 ${text.slice(0, 20)}`}>
                    移除
                  </SubmitButton>
                </ActionForm>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-brand">添加备注</summary>
          {/* Made anew when a note was added: an empty form, and a key of its own. */}
          <ActionForm
            key={formKey}
            action={add}
            hidden={{ memberId, key: formKey }}
            labels={{ text: '备注', notedOn: '日期' }}
            className="flex flex-col gap-4 pt-2"
          >
            <ReasonField name="text" label="备注" />
            <LineField name="notedOn" label="日期" type="date" max={today} value={today} required />
            <TickField name="pinned">置顶</TickField>
            <div>
              <SubmitButton look="secondary" waiting="正在保存…">
                保存备注
              </SubmitButton>
            </div>
          </ActionForm>
        </details>
      )}
    </div>
  );
}
