import { act, waitFor } from '@testing-library/react';
import { type ActionState, type FormAction, type FormValues, idle } from '../../lib/actions/action-state';
import { formValues } from '../../lib/actions/form-values';

export type FakeAction = {
  action: FormAction;
  /** What each sending carried, read as the server reads it. */
  sent: FormValues[];
  /** Answers the oldest sending that still waits. */
  answer: (state: ActionState) => Promise<void>;
};

const waiting = new Set<(state: ActionState) => void>();

// React shows no action's answer before every action under way is answered: one left waiting would stop the next test.
afterEach(() =>
  act(async () => {
    for (const resolve of [...waiting]) resolve(idle);
  }),
);

/** A server action whose answers the test gives. */
export function fakeAction(): FakeAction {
  const sent: FormValues[] = [];
  const unanswered: ((state: ActionState) => void)[] = [];
  return {
    sent,
    action(_previous, form) {
      sent.push(formValues(form));
      return new Promise((resolve) => {
        const settle = (state: ActionState) => {
          waiting.delete(settle);
          resolve(state);
        };
        waiting.add(settle);
        unanswered.push(settle);
      });
    },
    async answer(state) {
      await waitFor(() => expect(unanswered).not.toHaveLength(0));
      await act(async () => unanswered.shift()?.(state));
    },
  };
}
