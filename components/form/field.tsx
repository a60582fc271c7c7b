'use client';

import type { ReactNode } from 'react';
import { useFieldId, useFormContext } from './form-context';

export type FieldFrameProps = { name: string; label: ReactNode; hint?: ReactNode; required?: boolean; className?: string };

/** Label, control, message: the frame of every field. `under` stands beside the message, for counters and help. */
export function Field({
  name,
  label,
  hint,
  required = false,
  className = '',
  under,
  children,
}: FieldFrameProps & { under?: ReactNode; children: ReactNode }) {
  const { errors, notes = {} } = useFormContext();
  const id = useFieldId(name);
  const error = errors[name];
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-[15px] font-semibold">
        {required && (
          <span aria-hidden="true" className="mr-0.5 text-bad">
            *
          </span>
        )}
        {label}
        {hint && <small className="ml-1.5 text-xs font-normal text-ink-3">{hint}</small>}
      </label>
      {notes[name] && (
        <p id={`${id}-note`} className="mb-1.5 text-sm font-semibold">
          审核意见：{notes[name]}
        </p>
      )}
      {children}
      {under}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

/** What every control carries: the id of its field, its state and its messages for screen readers. */
export function useControl(name: string, required: boolean) {
  const { errors, notes = {} } = useFormContext();
  const id = useFieldId(name);
  const invalid = errors[name] !== undefined;
  const described = [notes[name] && `${id}-note`, invalid && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    'aria-invalid': invalid || undefined,
    'aria-describedby': described || undefined,
    'aria-required': required || undefined,
  };
}
