import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';

/** Why an account cannot be erased yet: a member would have no first liaison, or an application nobody to answer for it. */
export type ErasureObstacle = { kind: 'firstLiaison'; companyName: string } | { kind: 'application' };

/** What the person has to do first. */
export async function findObstacles(tx: Tx, accountId: string): Promise<ErasureObstacle[]> {
  const first = await tx.liaison.findMany({
    where: { accountId, order: 'first', to: null, company: { member: { state: { in: ['active', 'suspended'] } } } },
    select: { company: { select: { name: true } } },
    orderBy: { from: 'asc' },
  });
  const applications = await tx.application.count({
    where: { registrantId: accountId, state: { in: ['draft', 'submitted', 'returned', 'passed'] } },
  });
  return [
    ...first.map(({ company }) => ({ kind: 'firstLiaison' as const, companyName: company.name })),
    ...(applications ? [{ kind: 'application' as const }] : []),
  ];
}

/** @throws DomainError `notEditable` with the words for the first of them */
export async function requireNoObstacle(tx: Tx, accountId: string): Promise<void> {
  const [obstacle] = await findObstacles(tx, accountId);
  if (obstacle) throw new DomainError('notEditable', { text: obstacleText(obstacle) });
}

export function obstacleText(obstacle: ErasureObstacle): string {
  if (obstacle.kind === 'application') return '有入会申请还没有结束，请先撤回申请，或等协会审核完毕。';
  return `是${obstacle.companyName}的第一联络员，请先更换联络员，把事务交给新的联络员。`;
}
