import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { lockCompany } from '../companies/lock-company';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';
import { transaction } from '../transaction';
import { raiseTopUp } from './raise-top-up';
import { listStandards } from './standard';

/** A promotion during a year: what the year's dues are short of the new level's. */
export type TopUpProposal = { companyId: string; name: string; from: Level; to: Level; amountFen: number };

/** 升级补差 that staff may ask for in a year; nothing is owed of it before. */
export async function listTopUps(actor: Actor, year: number): Promise<TopUpProposal[]> {
  authorize(actor, 'charge.list', null);
  return proposals(db(), year);
}

/** Asks for one: the difference is owed as a charge of its own. @throws DomainError `alreadyDecided` when nothing is short any more */
export async function confirmTopUp(actor: Actor, { companyId, year }: { companyId: string; year: number }): Promise<void> {
  authorize(actor, 'charge.raise', null);
  await transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const [proposal] = await proposals(tx, year, companyId);
    if (!proposal) throw new DomainError('alreadyDecided');
    await raiseTopUp(tx, actor, { companyId, year, level: proposal.to, amountFen: proposal.amountFen });
  });
}

async function proposals(tx: Tx, year: number, companyId?: string): Promise<TopUpProposal[]> {
  const standards = await listStandards(year, tx);
  const end = new Date(`${year}-12-31T00:00:00Z`);
  const begin = new Date(`${year}-01-01T00:00:00Z`);
  const members = await tx.member.findMany({
    // Only who changed level within the year can be short of it.
    where: {
      companyId,
      state: 'active',
      levels: { some: { from: { gte: begin, lte: end } } },
      company: { charges: { some: { year, kind: 'standard', state: 'open' } } },
    },
    select: {
      levels: { where: { from: { lte: end } }, orderBy: [{ from: 'asc' }, { createdAt: 'asc' }] },
      company: { select: { id: true, name: true, charges: { where: { year, state: { not: 'cancelled' } } } } },
    },
    orderBy: { number: 'asc' },
  });
  return members.flatMap(({ levels, company: { id, name, charges } }) => {
    const to = levels.at(-1)?.level;
    const own = charges.find(({ kind }) => kind === 'standard');
    const standard = standards.find(({ level }) => level === to);
    const amountFen = (standard?.amountFen ?? 0) - charges.reduce((sum, charge) => sum + charge.amountFen, 0);
    return to && own && amountFen > 0 ? [{ companyId: id, name, from: own.level, to, amountFen }] : [];
  });
}
