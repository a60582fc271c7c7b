'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, type SubmitEvent, startTransition, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type FieldValues, FormProvider, useForm, useFormContext } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { ActionState, FormAction, FormValues } from '@/lib/actions/action-state';
import { fieldErrorsOf } from '@/lib/actions/field-errors';
import { ErrorSummary } from './error-summary';
import { FactorCheck } from './factor-check';
import { flatErrors } from './flat-errors';
import { FormContextProvider } from './form-context';
import { OutdatedNote } from './outdated-note';
import { readTyped } from './read-typed';
import { SignedOutNote } from './signed-out-note';
import { useGuardedAction } from './use-guarded-action';
import { useStash } from './use-stash';

export type FormProps = {
  action: FormAction;
  schema: z.ZodMiniType<FieldValues, FieldValues>;
  /** What the fields show first. */
  values: FormValues;
  /** How fields are called in the summary; of a row's field (`liaisons.0.mobile`) `liaisons.mobile` or the last part counts. */
  labels: Record<string, string>;
  hidden?: Record<string, string>;
  notes?: Record<string, string>;
  id?: string;
  /** Asked before the form is sent; `false` holds it back. Whoever asks for this also keeps what was not sent. */
  prepare?: (data: FormData) => boolean;
  children: ReactNode;
};

/** What was wrong when the form was last sent. */
type Findings = { formError?: string; errors: Record<string, string> };

/**
 * One form: checked in the browser when it is sent, and from then on as it is corrected,
 * with the same schema as on the server; works without JavaScript.
 * Errors stand in a summary on top and at their fields. What was typed outlives an error and an expired session.
 */
export function Form({ action, schema, values, labels, hidden = {}, notes, id, prepare, children }: FormProps) {
  const [state, dispatch, pending] = useGuardedAction(action);
  const ownId = useId();
  const [typed] = useState(() => readTyped(id ?? ownId));
  const start = useMemo(() => ({ ...values, ...state.values }), [values, state.values]);
  // In one go: the transforms of zod/mini would else answer one after the other, and the messages come in another order.
  const resolver = zodResolver(schema, undefined, { mode: 'sync' });
  const form = useForm<FieldValues>({ resolver, defaultValues: { ...start, ...typed }, shouldFocusError: false });
  const summary = useRef<HTMLDivElement>(null);
  const [report, setReport] = useState<Findings>({ formError: state.formError, errors: state.fieldErrors ?? {} });
  const answered = useAnsweredErrors(form, state.fieldErrors);
  const errors = { ...answered, ...flatErrors(form.formState.errors) };

  useEffect(() => setReport({ formError: state.formError, errors: state.fieldErrors ?? {} }), [state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each report is a reason to look, also an equal one
  useEffect(() => {
    if (summary.current?.hasChildNodes()) summary.current.focus();
  }, [report]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const send = () => {
      if (!prepare || prepare(data)) startTransition(() => dispatch(data));
    };
    const refuse = () => {
      const checked = schema.safeParse(form.getValues());
      setReport({ errors: checked.success ? {} : fieldErrorsOf(checked.error) });
    };
    void form.handleSubmit(send, refuse)(event);
  }

  return (
    <FormProvider {...form}>
      <FormContextProvider value={{ state, pending, start, errors, notes }}>
        <form id={id ?? ownId} action={dispatch} noValidate onSubmit={submit} className="flex flex-col gap-5">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div ref={summary} tabIndex={-1} className="outline-none empty:hidden">
            <Report {...report} status={state.status} open={errors} labels={labels} />
          </div>
          <FactorCheck />
          {!prepare && <Stash hidden={hidden} state={state} />}
          {children}
        </form>
      </FormContextProvider>
    </FormProvider>
  );
}

type ReportProps = Findings & { status: ActionState['status']; open: Record<string, string>; labels: Record<string, string> };

function Report({ status, ...summary }: ReportProps) {
  if (status === 'signedOut') return <SignedOutNote />;
  return status === 'outdated' ? <OutdatedNote /> : <ErrorSummary {...summary} />;
}

function Stash({ hidden, state }: { hidden: Record<string, string>; state: ActionState }) {
  return useStash(useFormContext(), hidden, state);
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
