import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers';
import type { ReactNode } from 'react';
import type { ReactFormState } from 'react-dom/client';
import { renderToPipeableStream } from 'react-dom/server.node';
import { type ActionState, type FormAction, idle } from '../../lib/actions/action-state';

Object.assign(globalThis, { setImmediate }); // React's server build wants it, jsdom has none

// What React writes into the HTML for a server action, and asks of it when the form comes back.
const marks = {
  $$FORM_ACTION: () => ({ name: '$ACTION_ID', action: '', method: 'POST', encType: 'multipart/form-data', data: new FormData() }),
  $$IS_SIGNATURE_EQUAL: () => true,
};

/** An action as the server knows it: its form works before and without any script. */
export function serverAction(run: FormAction): FormAction {
  const action: FormAction = (previous, form) => run(previous, form);
  return Object.assign(action, marks, { bind: () => Object.assign(() => undefined, marks) });
}

/** The page as the server sends it, in the document but not alive. */
export async function servePage(page: ReactNode, formState: ReactFormState | null = null): Promise<HTMLElement> {
  const container = document.createElement('div');
  container.innerHTML = await text(renderToPipeableStream(page, { formState }).pipe(new PassThrough()));
  document.body.replaceChildren(container);
  return container;
}

/** Sends the page's form as a browser without JavaScript does: the action runs, the server answers with the page again. */
export async function postPlainly(page: ReactNode, action: FormAction): Promise<HTMLElement> {
  const form = document.querySelector('form');
  if (!form) throw new Error('the page has no form');
  const sent = new FormData(form);
  const state = await action(idle, sent);
  return servePage(page, formStateOf(state, sent));
}

function formStateOf(state: ActionState, sent: FormData): ReactFormState | null {
  const parts: unknown = [state, sent.get('$ACTION_KEY'), '', 0];
  return isFormState(parts) ? parts : null;
}

function isFormState(parts: unknown): parts is ReactFormState {
  return Array.isArray(parts) && parts.length === 4 && typeof parts[1] === 'string';
}
