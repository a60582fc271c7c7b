'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, type SubmitEvent, startTransition, useActionState, useEffect, useMemo, useRef, useState } from 'react';
import { type FieldValues, FormProvider, useForm } from 'react-hook-form';
import type * as z from 'zod';
import { type FormAction, type FormValues, idle } from '@/lib/actions/action-state';
import { fieldErrorsOf } from '@/lib/actions/field-errors';
import { ErrorSummary } from './error-summary';
import { FactorCheck } from './factor-check';
import { flatErrors } from './flat-errors';
import { FormContextProvider } from './form-context';
import { SignedOutNote } from './signed-out-note';
import { useStash } from './use-stash';

type FormProps = {
  action: FormAction;
  schema: z.ZodType<FieldValues, FieldValues>;
  /** What the fields show first. */
  values: FormValues;
  /** How fields are called in the summary; of a row's field (`liaisons.0.mobile`) `liaisons.mobile` or the last part counts. */
  labels: Record<string, string>;
  hidden?: Record<string, string>;
  id?: string;
  children: ReactNode;
};

/** What was wrong when the form was last sent. */
type Report = { formError?: string; errors: Record<string, string> };

/**
 * One form: checked in the browser when it is sent, and from then on as it is corrected,
 * with the same schema as on the server; works without JavaScript.
 * Errors stand in a summary on top and at their fields. What was typed outlives an error and an expired session.
 */
export function Form({ action, schema, values, labels, hidden = {}, id, children }: FormProps) {
  const [state, dispatch, pending] = useActionState(action, idle);
  const start = useMemo(() => ({ ...values, ...state.values }), [values, state.values]);
  const form = useForm<FieldValues>({ resolver: zodResolver(schema), defaultValues: start, shouldFocusError: false });
  const summary = useRef<HTMLDivElement>(null);
  const [report, setReport] = useState<Report>({ formError: state.formError, errors: state.fieldErrors ?? {} });
  const restored = useStash(form, hidden, state);
  const answered = useAnsweredErrors(form, state.fieldErrors);
  const errors = { ...answered, ...flatErrors(form.formState.errors) };

  useEffect(() => setReport({ formError: state.formError, errors: state.fieldErrors ?? {} }), [state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each report is a reason to look, also an equal one
  useEffect(() => {
    if (summary.current?.hasChildNodes()) summary.current.focus();
  }, [report]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const send = () => startTransition(() => dispatch(data));
    const refuse = () => {
      const checked = schema.safeParse(form.getValues());
      setReport({ errors: checked.success ? {} : fieldErrorsOf(checked.error) });
    };
    void form.handleSubmit(send, refuse)(event);
  }

  return (
    <FormProvider {...form}>
      <FormContextProvider value={{ state, pending, start, errors }}>
        <form id={id} action={dispatch} noValidate onSubmit={submit} className="flex flex-col gap-5">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div ref={summary} tabIndex={-1} className="outline-none empty:hidden">
            {state.status === 'signedOut' ? <SignedOutNote /> : <ErrorSummary {...report} open={errors} labels={labels} />}
          </div>
          <FactorCheck />
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
        formState: { values: true, isSubmitted: true },
        callback({ name, isSubmitted }) {
          if (!name) return;
          setChanged((names) => (names.includes(name) ? names : [...names, name]));
          if (!isSubmitted) form.clearErrors(name); // from then on each change is checked anyway
        },
      }),
    [form],
  );
  return Object.fromEntries(Object.entries(fieldErrors ?? {}).filter(([name]) => !changed.includes(name)));
}
