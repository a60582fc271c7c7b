import 'server-only';
import * as z from 'zod';
import type { FormAction } from './action-state';
import { definePublicAction } from './define-action';

/** The name that such a button carries; its value says which. */
const PRESSED = 'pressed';

/**
 * A form's action together with others that its buttons can start without JavaScript. They go through the form's own
 * action, because of two actions in one form React brings the answer of only that one back to a page without JavaScript.
 */
export function byButton(others: Record<string, FormAction>, action: FormAction): FormAction {
  return async (previous, form) => {
    const pressed = form instanceof FormData ? form.get(PRESSED) : null;
    const other = typeof pressed === 'string' && Object.hasOwn(others, pressed) ? others[pressed] : undefined;
    return (other ?? action)(previous, form);
  };
}

/** Answers with what was typed: the page comes back, new around it. */
export const keepTyped = definePublicAction(z.object({}), async () => undefined);
