import 'server-only';
import type { ChangeState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import {
  type ExitEventName,
  exitTransitions,
  type NoticeEventName,
  noticeTransitions,
  type RequestEventName,
  requestTransitions,
} from './states';

type Change = Prisma.CompanyChangeUncheckedUpdateManyInput;

/** How a notice's row moves and what its history records. */
export const noticeMachine: Machine<ChangeState, NoticeEventName, Change> = { rows: noticeTransitions, ...rowOf('notice') };

/** The same for a request. */
export const requestMachine: Machine<ChangeState, RequestEventName, Change> = { rows: requestTransitions, ...rowOf('request') };

/** The same for 退会申请. */
export const exitMachine: Machine<ChangeState, ExitEventName, Change> = { rows: exitTransitions, ...rowOf('exit') };

function rowOf(kind: 'notice' | 'request' | 'exit'): Omit<Machine<ChangeState, never, Change>, 'rows'> {
  return {
    record: 'change',
    async move(tx, id, from, to, change) {
      const { count } = await tx.companyChange.updateMany({ where: { id, kind, state: from }, data: { ...change, state: to } });
      return count;
    },
    async log(tx, changeId, event) {
      await tx.companyChangeEvent.create({ data: { changeId, ...event } });
    },
  };
}
