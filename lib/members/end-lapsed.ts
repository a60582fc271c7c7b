import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { errorText } from '../copy/errors';
import type { Day } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { changeState } from './change-member-state';
import { findLapsed } from './lapsed';

type End = { memberIds: readonly string[]; event: 'withdraw' | 'expel'; reason: string; on: Day; cancelDues: boolean };
export type EndResult = { memberId: string; name: string; refusal?: string };

/**
 * 退会 or 除名 of members that the list proposes: those that somebody chose, each by its own command, so that one that
 * somebody else decided, or that has paid or filed meanwhile, stops none of the others. Answers member by member.
 */
export async function endLapsed(actor: AccountActor, { memberIds, ...change }: End): Promise<EndResult[]> {
  authorize(actor, 'member.changeState', null);
  const found = await db().member.findMany({
    where: { id: { in: [...memberIds] } },
    select: { id: true, company: { select: { name: true } } },
    orderBy: { company: { namePinyin: 'asc' } },
  });
  const results: EndResult[] = [];
  for (const { id: memberId, company } of found) {
    results.push({ memberId, name: company.name, ...(await endOne(actor, { ...change, memberId })) });
  }
  return results;
}

async function endOne(actor: AccountActor, change: Omit<End, 'memberIds'> & { memberId: string }): Promise<{ refusal?: string }> {
  try {
    await transaction((tx) =>
      changeState(tx, actor, change, async ({ companyId }) => {
        if ((await findLapsed(tx, await today(tx), companyId)).length) return;
        throw new DomainError('invalid', { text: '已不在名单上：交纳或填报了会费，或已办理。' });
      }),
    );
    return {};
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error.details.fieldErrors?.on ?? errorText(error) };
    throw error;
  }
}
