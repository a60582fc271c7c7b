'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { FormAction } from '@/lib/actions/action-state';
import { ErrorSummary } from './error-summary';
import { FactorCheck } from './factor-check';
import { FormContextProvider } from './form-context';
import { OutdatedNote } from './outdated-note';
import { SignedOutNote } from './signed-out-note';
import { useGuardedAction } from './use-guarded-action';

type ActionFormProps = {
  action: FormAction;
  id?: string;
  hidden?: Record<string, string>;
  labels?: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A form that is mostly a button: sends its hidden values, says what went wrong. */
export function ActionForm({ action, id, hidden = {}, labels = {}, className = '', children }: ActionFormProps) {
  const [state, dispatch, pending] = useGuardedAction(action);
  const summary = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const prefix = `${useId()}-`;
  const refused = state.status === 'error' || state.status === 'signedOut' || state.status === 'outdated';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a reason to look, also an equal one
  useEffect(() => {
    if (refused && summary.current?.hasChildNodes()) summary.current.focus();
  }, [state, refused]);
  // Where nothing is left to be read, the dialog around it has done its work.
  useEffect(() => {
    if (state.status === 'success' && !state.data) form.current?.closest('dialog')?.close();
  }, [state]);
  return (
    <FormContextProvider value={{ state, pending, start: state.values ?? {}, errors: state.fieldErrors ?? {}, prefix }}>
      <form ref={form} id={id} action={dispatch} className={className}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {refused && (
          <div ref={summary} tabIndex={-1} className="mb-4 w-full outline-none empty:hidden">
            {state.status === 'signedOut' && <SignedOutNote />}
            {state.status === 'outdated' && <OutdatedNote />}
            {state.status === 'error' && (
              <ErrorSummary formError={state.formError} errors={state.fieldErrors ?? {}} labels={labels} prefix={prefix} />
            )}
          </div>
        )}
        <div className="mb-4 empty:hidden">
          <FactorCheck />
        </div>
        {children}
      </form>
    </FormContextProvider>
  );
}
