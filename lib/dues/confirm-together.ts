import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { errorText } from '../copy/errors';
import { db } from '../db';
import { DomainError } from '../errors';
import { confirmFiling } from './confirm-filing';

export type ConfirmResult = { filingId: string; titleName: string; amountFen: number; refusal?: string };

/** 确认到账 of many: each by its own command, so that one that somebody else was first to decide stops none of the others. */
export async function confirmTogether(actor: AccountActor, filingIds: readonly string[]): Promise<ConfirmResult[]> {
  authorize(actor, 'filing.confirmMany', null);
  const known = await db().filing.findMany({
    where: { id: { in: [...filingIds] } },
    select: { id: true, titleName: true, amountFen: true },
  });
  const results: ConfirmResult[] = [];
  for (const filingId of new Set(filingIds)) {
    const { titleName = '', amountFen = 0 } = known.find(({ id }) => id === filingId) ?? {};
    results.push({ filingId, titleName, amountFen, ...(await confirmOne(actor, filingId)) });
  }
  return results;
}

async function confirmOne(actor: AccountActor, filingId: string): Promise<{ refusal?: string }> {
  try {
    await confirmFiling(actor, filingId);
    return {};
  } catch (error) {
    if (error instanceof DomainError) return { refusal: errorText(error) };
    throw error;
  }
}
