import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { db } from '../db';
import { maskMobile } from '../fields';
import type { Account } from '../generated/prisma/client';
import type { ErasureState } from '../generated/prisma/enums';
import { findObstacles, obstacleText } from './erasure-obstacles';
import { type LoadedErasure, loadErasure } from './load-erasure';
import { type ErasureEventName, erasureTransitions } from './states';

export type ErasureRow = { id: string; name: string; phone: string; reason: string; state: ErasureState; createdAt: Date };

export type ErasureDetail = ErasureRow & {
  companies: string[];
  /** What has to be done first, in words; empty when nothing has. */
  obstacles: string[];
  events: { id: string; event: ErasureEventName; actorName: string; reason: string | null; createdAt: Date }[];
  mayDecide: boolean;
};

/** 注销申请: what waits, the longest first, then what was dealt with last. */
export async function listErasures(actor: Actor): Promise<ErasureRow[]> {
  authorize(actor, 'erasure.list', null);
  const include = { account: true } as const;
  const [waiting, dealtWith] = await Promise.all([
    db().erasureRequest.findMany({ where: { state: 'pending' }, include, orderBy: { createdAt: 'asc' }, take: 100 }),
    db().erasureRequest.findMany({ where: { state: { not: 'pending' } }, include, orderBy: { decidedAt: 'desc' }, take: 20 }),
  ]);
  return [...waiting, ...dealtWith].map(viewRow);
}

/** How many wait. */
export async function countErasures(actor: Actor): Promise<number> {
  authorize(actor, 'erasure.list', null);
  return db().erasureRequest.count({ where: { state: 'pending' } });
}

/** @throws DomainError `notFound` */
export async function getErasure(actor: Actor, id: string): Promise<ErasureDetail> {
  authorize(actor, 'erasure.list', null);
  const found = await loadErasure(db(), id);
  const obstacles = found.state === 'pending' ? await findObstacles(db(), found.accountId) : [];
  return {
    ...viewRow(found),
    companies: found.account.liaisons.map(({ company }) => company.name),
    obstacles: obstacles.map(obstacleText),
    events: found.events.map(viewEvent),
    mayDecide: isAllowed(actor, 'erasure.decide', null) && found.state === 'pending',
  };
}

function viewEvent({ id, event: name, actorName, reason, createdAt }: LoadedErasure['events'][number]): ErasureDetail['events'][number] {
  const event = erasureTransitions.find((row) => row.event === name)?.event;
  if (!event) throw new Error(`no event of an erasure is called ${name}`);
  return { id, event, actorName, reason, createdAt };
}

type Row = Pick<LoadedErasure, 'id' | 'reason' | 'state' | 'createdAt'> & { account: Pick<Account, 'name' | 'phone' | 'erasedAt'> };

function viewRow({ id, reason, state, createdAt, account }: Row): ErasureRow {
  return { id, name: account.name, phone: account.erasedAt ? '' : maskMobile(account.phone), reason, state, createdAt };
}
