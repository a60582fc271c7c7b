import { act, waitFor } from '@testing-library/react';
import type { Draft } from '../../components/drafts/send-draft';
import type { Conflict, FormValues } from '../../lib/actions/action-state';

type Answer = { status: number; body: unknown };
type Waiting = { draft: Draft; keepalive: boolean; answer: (answer: Answer | null) => void };

/** The server's side of autosaving: what was sent, and the answers that the test gives. */
export type DraftServer = {
  sent: { draft: Draft; keepalive: boolean }[];
  /** The oldest that waits is stored as it was sent, or as the test says. */
  store: (change?: { values?: FormValues; conflicts?: Conflict[] }) => Promise<void>;
  refuse: (status: number, error?: string) => Promise<void>;
  /** The oldest that waits never comes back. */
  lose: () => Promise<void>;
};

export function draftServer(): DraftServer {
  const sent: DraftServer['sent'] = [];
  const waiting: Waiting[] = [];
  let version = 1;
  Object.assign(globalThis, {
    fetch: (_url: string, { body, keepalive }: { body: string; keepalive: boolean }) =>
      new Promise((resolve, reject) => {
        const draft: Draft = JSON.parse(body);
        sent.push({ draft, keepalive });
        const answer = (given: Answer | null) =>
          given
            ? resolve({ ok: given.status < 300, status: given.status, json: async () => given.body })
            : reject(new TypeError('Failed to fetch'));
        waiting.push({ draft, keepalive, answer });
      }),
  });
  const oldest = async (answer: (draft: Draft) => Answer | null) => {
    await waitFor(() => expect(waiting).not.toHaveLength(0));
    const first = waiting.shift();
    await act(async () => first?.answer(answer(first.draft)));
  };
  return {
    sent,
    store: ({ values, conflicts = [] } = {}) =>
      oldest((draft) => ({ status: 200, body: { values: values ?? draft.values, conflicts, version: ++version, savedAt: '14:32' } })),
    refuse: (status, error = '') => oldest(() => ({ status, body: { error } })),
    lose: () => oldest(() => null),
  };
}
