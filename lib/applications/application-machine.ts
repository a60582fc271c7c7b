import 'server-only';
import type { ApplicationState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { type ApplicationEventName, applicationTransitions } from './states';

type Change = Prisma.ApplicationUncheckedUpdateManyInput;

/** How an application's row moves and what its history records. `snapshotId` names the round that was decided. */
export function applicationMachine(snapshotId: string | null): Machine<ApplicationState, ApplicationEventName, Change> {
  return {
    record: 'application',
    rows: applicationTransitions,
    async move(tx, id, from, to, change) {
      const { count } = await tx.application.updateMany({ where: { id, state: from }, data: { ...change, state: to } });
      return count;
    },
    async log(tx, applicationId, event) {
      await tx.applicationEvent.create({ data: { applicationId, snapshotId, ...event } });
    },
  };
}
