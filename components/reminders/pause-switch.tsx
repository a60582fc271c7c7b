import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Note } from '@/components/ui/note';
import type { FormAction } from '@/lib/actions/action-state';

/** Whether reminders go out by themselves, and the button that changes it for whoever may. */
export function PauseSwitch({ isPaused, action }: { isPaused: boolean; action: FormAction | null }) {
  return (
    <Note tone={isPaused ? 'warn' : 'ok'} title={isPaused ? '自动提醒已暂停' : '自动提醒正在运行'}>
      <p>{isPaused ? '到了时间也不发送。看过下面的名单后再开始；也可以按阶段现在发送。' : '到了时间自动发送，不需要人来按。'}</p>
      {action && (
        <ActionForm action={action} hidden={{ paused: String(!isPaused) }} className="mt-3">
          <SubmitButton look={isPaused ? 'primary' : 'secondary'}>{isPaused ? '开始自动提醒' : '暂停自动提醒'}</SubmitButton>
        </ActionForm>
      )}
    </Note>
  );
}
