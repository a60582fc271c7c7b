import 'server-only';
import { randomBytes } from 'node:crypto';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import * as z from 'zod/mini';
import type { AccountActor, Actor, PendingActor } from '../access/actor';
import { errorText } from '../copy/errors';
import { DomainError } from '../errors';
import { logger } from '../logger';
import { getActor, getConfirmedActor } from '../session';
import type { ActionState, FormAction, FormValues } from './action-state';
import { checkOrigin } from './check-origin';
import { fieldErrorsOf } from './field-errors';
import { formValues } from './form-values';
import { runJobsAfter } from './run-jobs-after';

type Run<S extends z.core.$ZodType, A extends Actor> = (context: {
  actor: A;
  input: z.infer<S>;
  /** The form's own random key: the same for a second click, another for another form. */
  key: string;
}) => Promise<Partial<ActionState> | undefined>;

const SECRETS = ['password', 'passwordAgain', 'currentPassword', 'factorCode'];

/**
 * An action for people who are signed in. Establishes who that is, parses the form, words what goes wrong. Where the
 * policy asks for a fresh second factor, the form comes back with a field for the code, and is sent again with it.
 */
export function defineAction<S extends z.core.$ZodType>(schema: S, run: Run<S, AccountActor>): FormAction {
  const admit = async ({ factorCode }: FormValues) => {
    const actor = await getConfirmedActor(typeof factorCode === 'string' ? factorCode : '');
    return actor.kind === 'account' ? actor : null;
  };
  return define(schema, admit, run);
}

/** An action for staff who have yet to prove the second factor; for nobody else. */
export function definePendingAction<S extends z.core.$ZodType>(schema: S, run: Run<S, PendingActor>): FormAction {
  const admit = async () => {
    const actor = await getActor();
    return actor.kind === 'pending' ? actor : null;
  };
  return define(schema, admit, run);
}

/** An action for anybody: registering, signing in. */
export function definePublicAction<S extends z.core.$ZodType>(schema: S, run: Run<S, Actor>): FormAction {
  return define(schema, getActor, run);
}

function define<S extends z.core.$ZodType, A extends Actor>(
  schema: S,
  admit: (values: FormValues) => Promise<A | null>,
  run: Run<S, A>,
): FormAction {
  return async (_previous, form) => {
    // Whoever calls an action without our form sends what they like.
    if (!(form instanceof FormData)) return { status: 'error', formError: errorText(new DomainError('invalid')) };
    const values = formValues(form);
    const kept = withoutSecrets(values);
    runJobsAfter();
    try {
      checkOrigin(await headers());
      const actor = await admit(values);
      if (!actor) return { status: 'signedOut', formError: errorText(new DomainError('signedOut')), values: kept };
      const parsed = z.safeParse(schema, values);
      if (!parsed.success) return { status: 'error', fieldErrors: fieldErrorsOf(parsed.error), values: kept };
      const key = typeof values.key === 'string' && values.key ? values.key : randomBytes(16).toString('hex');
      return { status: 'success', values: kept, ...(await run({ actor, input: parsed.data, key })) };
    } catch (error) {
      unstable_rethrow(error); // redirect() and notFound() travel as errors
      return { status: 'error', values: kept, ...refusalOf(error) };
    }
  };
}

/** The words for anything thrown: a refusal as it is, a fault as an id that stands in the log. */
export function refusalOf(error: unknown): Pick<ActionState, 'formError' | 'fieldErrors' | 'stepUp'> {
  if (error instanceof DomainError) {
    const { fieldErrors } = error.details;
    if (error.code === 'stepUp') return { stepUp: true, fieldErrors };
    return fieldErrors ? { fieldErrors } : { formError: errorText(error) };
  }
  const id = randomBytes(4).toString('hex');
  logger().error({ err: error, id }, 'unexpected');
  return { formError: `系统出了点问题，请稍后再试。如果反复出现，请把编号 ${id} 告诉协会。` };
}

function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRETS.includes(name)));
}
