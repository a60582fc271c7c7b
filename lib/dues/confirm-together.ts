import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { filingMarkLabels } from '../copy/dues';
import { errorText } from '../copy/errors';
import { DomainError } from '../errors';
import { confirmFiling } from './confirm-filing';
import { isMarked, type MarkedFiling } from './filing-marks';
import { listMarked } from './queries';

export type ConfirmResult = { filingId: string; titleName: string; amountFen: number; refusal?: string };

type Chosen = { filingIds: readonly string[]; isChecked?: boolean };

/**
 * 确认到账 of many: each by its own command, so that one that somebody else was first to decide stops none of the others.
 * @throws DomainError `invalid` with a question when some are marked and nobody has said that they were looked at; nothing is confirmed then
 */
export async function confirmTogether(actor: AccountActor, { filingIds, isChecked = false }: Chosen): Promise<ConfirmResult[]> {
  authorize(actor, 'filing.confirmMany', null);
  const known = await listMarked(actor, filingIds);
  if (!isChecked) askAboutMarked(known);
  const results: ConfirmResult[] = [];
  for (const filingId of new Set(filingIds)) {
    const { titleName = '', amountFen = 0 } = known.find(({ id }) => id === filingId) ?? {};
    results.push({ filingId, titleName, amountFen, ...(await confirmOne(actor, filingId)) });
  }
  return results;
}

function askAboutMarked(filings: readonly MarkedFiling[]): void {
  const marked = filings.filter((filing) => filing.state === 'pending' && isMarked(filing));
  if (!marked.length) return;
  const kinds = [
    [marked.filter(({ isSerialUsed }) => isSerialUsed), filingMarkLabels.isSerialUsed],
    [marked.filter(({ isOtherLevel }) => isOtherLevel), filingMarkLabels.isOtherLevel],
    [marked.filter(({ differenceFen }) => differenceFen > 0), '多交'],
    [marked.filter(({ differenceFen }) => differenceFen < 0), '少交'],
  ] as const;
  const counts = kinds.flatMap(([of, label]) => (of.length ? [`${label} ${of.length} 笔`] : []));
  const text = `所选的有 ${marked.length} 笔需要核对：${counts.join('、')}。请逐笔核对；核对无误的，请勾选“已核对”后再确认`;
  throw new DomainError('invalid', { fieldErrors: { isChecked: text } });
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
