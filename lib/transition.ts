import 'server-only';
import { type Actor, actorName } from './access/actor';
import { recordAudit } from './audit/record-audit';
import type { Tx } from './db';
import { DomainError } from './errors';

/** A row of a state machine. The machines themselves are data, in each noun's states.ts. */
export type TransitionRow<State extends string, Event extends string> = { from: State; event: Event; to: State; needsReason?: true };

type LoggedEvent<State extends string> = {
  from: State;
  event: string;
  to: State;
  actorId: string | null;
  actorName: string;
  reason: string | null;
};

/** How one noun's rows are moved and its events written. */
export type Machine<State extends string, Event extends string, Data> = {
  record: string;
  rows: readonly TransitionRow<State, Event>[];
  /** Updates the row only where its state still is `from`; returns how many rows that were. */
  move: (tx: Tx, id: string, from: State, to: State, data: Data) => Promise<number>;
  log: (tx: Tx, id: string, event: LoggedEvent<State>) => Promise<void>;
};

type Step<State extends string, Event extends string, Data> = { id: string; from: State; event: Event; reason?: string; data: Data };

/**
 * Moves a record along its machine: a conditional update, the event row and the audit row from the same values.
 * @throws DomainError `alreadyDecided` when the event does not lead on from this state, or somebody else was first.
 */
export async function transition<State extends string, Event extends string, Data>(
  tx: Tx,
  actor: Actor,
  machine: Machine<State, Event, Data>,
  { id, from, event, reason, data }: Step<State, Event, Data>,
): Promise<State> {
  const row = machine.rows.find((candidate) => candidate.from === from && candidate.event === event);
  if (!row) throw new DomainError('alreadyDecided');
  if (row.needsReason && !reason?.trim()) throw new DomainError('invalid', { fieldErrors: { reason: '请填写原因' } });
  const moved = await machine.move(tx, id, from, row.to, data);
  if (!moved) throw new DomainError('alreadyDecided');
  await machine.log(tx, id, {
    from,
    event,
    to: row.to,
    actorId: actor.kind === 'account' ? actor.id : null,
    actorName: actorName(actor),
    reason: reason?.trim() || null,
  });
  await recordAudit(tx, actor, {
    action: `${machine.record}.${event}`,
    record: machine.record,
    recordId: id,
    data: { from, to: row.to, reason: reason?.trim() ?? '' },
  });
  return row.to;
}
