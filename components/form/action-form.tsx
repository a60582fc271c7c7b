'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { type FormAction, idle } from '@/lib/actions/action-state';
import { ErrorSummary } from './error-summary';
import { FactorCheck } from './factor-check';
import { FormContextProvider } from './form-context';
import { SignedOutNote } from './signed-out-note';

type ActionFormProps = {
  action: FormAction;
  hidden?: Record<string, string>;
  labels?: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A form that is mostly a button: sends its hidden values, says what went wrong. */
export function ActionForm({ action, hidden = {}, labels = {}, className = '', children }: ActionFormProps) {
  const [state, dispatch, pending] = useActionState(action, idle);
  const summary = useRef<HTMLDivElement>(null);
  const refused = state.status === 'error' || state.status === 'signedOut';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a reason to look, also an equal one
  useEffect(() => {
    if (refused && summary.current?.hasChildNodes()) summary.current.focus();
  }, [state, refused]);
  return (
    <FormContextProvider value={{ state, pending, start: state.values ?? {}, errors: state.fieldErrors ?? {} }}>
      <form action={dispatch} className={className}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {refused && (
          <div ref={summary} tabIndex={-1} className="mb-4 outline-none empty:hidden">
            {state.status === 'signedOut' ? (
              <SignedOutNote />
            ) : (
              <ErrorSummary formError={state.formError} errors={state.fieldErrors ?? {}} labels={labels} />
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
