import type { ComponentProps, ReactNode } from 'react';
import { DialogButton } from '@/components/ui/dialog-button';
import type { FormAction } from '@/lib/actions/action-state';
import { ActionForm } from './action-form';
import { ReasonField } from './reason-field';
import { SubmitButton } from './submit-button';

type ReasonDialogProps = Pick<ComponentProps<typeof DialogButton>, 'label' | 'look' | 'size'> & {
  action: FormAction;
  hidden: Record<string, string>;
  /** What the button that does it says. */
  confirm?: string;
  children?: ReactNode;
};

/** A button whose dialog asks for the reason before anything is done. */
export function ReasonDialog({ label, look = 'secondary', size, action, hidden, confirm = `确认${label}`, children }: ReasonDialogProps) {
  return (
    <DialogButton look={look} size={size} label={label}>
      <ActionForm action={action} hidden={hidden} labels={{ reason: '原因' }} className="flex flex-col gap-4">
        {children && <p>{children}</p>}
        <ReasonField name="reason" label="原因" />
        <SubmitButton>{confirm}</SubmitButton>
      </ActionForm>
    </DialogButton>
  );
}
