'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, type SubmitEvent, startTransition, useActionState, useEffect, useMemo, useRef, useState } from 'react';
import { type FieldValues, FormProvider, useForm } from 'react-hook-form';
import type * as z from 'zod';
import { type FormAction, type FormValues, idle } from '@/lib/actions/action-state';
import { ErrorSummary } from './error-summary';
import { flatErrors } from './flat-errors';
import { FormContextProvider } from './form-context';
import { SignedOutNote } from './signed-out-note';
import { useStash } from './use-stash';

type FormProps = {
  action: FormAction;
  schema: z.ZodType<FieldValues, FieldValues>;
  /** What the fields show first. */
  values: FormValues;
  /** How fields are called in the summary; of a row's field (`liaisons.0.mobile`) the last part counts. */
  labels: Record<string, string>;
  hidden?: Record<string, string>;
  id?: string;
  children: ReactNode;
};

/**
 * One form: checked in the browser with the same schema as on the server, sent to its action, works without JavaScript.
 * Errors stand in a summary on top and at their fields. What was typed outlives an error and an expired session.
 */
export function Form({ action, schema, values, labels, hidden = {}, id, children }: FormProps) {
  const [state, dispatch, pending] = useActionState(action, idle);
  const start = useMemo(() => ({ ...values, ...state.values }), [values, state.values]);
  const form = useForm<FieldValues>({ resolver: zodResolver(schema), defaultValues: start, mode: 'onTouched', shouldFocusError: false });
  const [attempts, setAttempts] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const restored = useStash(form, hidden, state);
  const answered = useAnsweredErrors(form, state.fieldErrors);
  const errors = { ...answered, ...flatErrors(form.formState.errors) };

  useEffect(() => {
    if (state.status === 'error' || state.status === 'signedOut') setAttempts((count) => count + 1);
  }, [state]);
  useEffect(() => {
    if (attempts) summary.current?.focus();
  }, [attempts]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    if (await form.trigger()) startTransition(() => dispatch(data));
    else setAttempts((count) => count + 1);
  }

  return (
    <FormProvider {...form}>
      <FormContextProvider value={{ state, pending, start, errors }}>
        <form id={id} action={dispatch} noValidate onSubmit={submit} className="flex flex-col gap-5">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div ref={summary} tabIndex={-1} className="outline-none empty:hidden">
            {state.status === 'signedOut' && <SignedOutNote />}
            {(attempts > 0 || state.status === 'error') && state.status !== 'signedOut' && (
              <ErrorSummary formError={state.formError} errors={errors} labels={labels} />
            )}
          </div>
          {restored}
          {children}
        </form>
      </FormContextProvider>
    </FormProvider>
  );
}

/** The server's messages; each goes when its field changes. */
function useAnsweredErrors(form: ReturnType<typeof useForm>, fieldErrors: Record<string, string> | undefined): Record<string, string> {
  const [changed, setChanged] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new messages have not been answered by any change yet
  useEffect(() => setChanged([]), [fieldErrors]);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => name && setChanged((names) => (names.includes(name) ? names : [...names, name])),
      }),
    [form],
  );
  return Object.fromEntries(Object.entries(fieldErrors ?? {}).filter(([name]) => !changed.includes(name)));
}
