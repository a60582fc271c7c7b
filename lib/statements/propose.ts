import 'server-only';
import type { Day } from '../days';
import { loadCandidates } from './candidates';
import { type Candidate, isSure, matcherOf, type Proposal } from './match';
import type { SettleTarget } from './settle-row';

/** `dueFen`: what it waits for. */
export type ProposalView = {
  target: SettleTarget;
  name: string;
  isFiled: boolean;
  years: number[];
  dueFen: number;
  score: number;
  reasons: string[];
};
export type Proposed = { proposals: ProposalView[]; isSure: boolean };

type OpenRow = { id: string; paidOn: Day; leftFen: number; payerName: string; memo: string; serial: string };

/** Proposals for open rows by what is left of each, in the order of the rows, made anew from what is owed at this moment. */
export async function propose(rows: readonly OpenRow[]): Promise<Map<string, Proposed>> {
  if (!rows.length) return new Map();
  const match = matcherOf(await loadCandidates());
  return new Map(
    rows.map((row) => {
      const found = match({ ...row, amountFen: row.leftFen });
      const proposals = found.map(viewProposal);
      // Many at once are confirmed without a look at each: only where the sum is exactly what is waited for.
      return [row.id, { proposals, isSure: isSure(found) && proposals[0]?.dueFen === row.leftFen }];
    }),
  );
}

function viewProposal({ candidate, chargeIds, score, reasons }: Proposal): ProposalView {
  return { ...viewCandidate(candidate, chargeIds), score, reasons };
}

/** A candidate, or some charges of it, as something that a row may be settled for. */
function viewCandidate({ filing, names, charges }: Candidate, chargeIds: readonly string[]): Omit<ProposalView, 'score' | 'reasons'> {
  const chosen = charges.filter(({ id }) => chargeIds.includes(id));
  return {
    target: filing ? { filingId: filing.id } : { chargeIds },
    name: names[0] ?? '',
    isFiled: filing !== null,
    years: chosen.map(({ year }) => year),
    dueFen: filing?.amountFen ?? chosen.reduce((sum, { openFen }) => sum + openFen, 0),
  };
}
