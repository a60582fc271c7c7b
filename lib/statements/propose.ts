import 'server-only';
import type { Day } from '../days';
import { loadCandidates } from './candidates';
import { type Candidate, isSure, matcherOf, type Proposal } from './match';
import type { SettleTarget } from './settle-row';

/** `dueFen`: what it waits for; `openFen`: what of its years is open, of which a filing may say otherwise. */
export type ProposalView = {
  target: SettleTarget;
  name: string;
  isFiled: boolean;
  /** The day on which somebody recorded this very money: the row is linked to it, and settles nothing. */
  recordedOn: Day | null;
  years: number[];
  dueFen: number;
  openFen: number;
  score: number;
  reasons: string[];
};
export type Proposed = { proposals: ProposalView[]; isSure: boolean };

type OpenRow = { id: string; paidOn: Day; leftFen: number; payerName: string; memo: string; serial: string };

/** Proposals for open rows by what is left of each, in the order of the rows, made anew from what is owed at this moment. */
export async function propose(rows: readonly OpenRow[]): Promise<Map<string, Proposed>> {
  const [first] = rows.map(({ paidOn }) => paidOn).toSorted();
  if (!first) return new Map();
  const match = matcherOf(await loadCandidates({ since: first }));
  return new Map(
    rows.map((row) => {
      const found = match({ ...row, amountFen: row.leftFen });
      const proposals = found.map(viewProposal);
      return [row.id, { proposals, isSure: isSure(found) && isExact(row, proposals[0]) }];
    }),
  );
}

// Many at once are confirmed without a look at each: only where the sum is exactly what is waited for, and what is owed.
function isExact({ leftFen }: OpenRow, best: ProposalView | undefined): boolean {
  return best?.dueFen === leftFen && (!best.isFiled || best.openFen === leftFen);
}

function viewProposal({ candidate, chargeIds, score, reasons }: Proposal): ProposalView {
  return { ...viewCandidate(candidate, chargeIds), score, reasons };
}

/** A candidate, or some charges of it, as something that a row may be settled for. */
function viewCandidate(
  { filing, recorded, names, charges }: Candidate,
  chargeIds: readonly string[],
): Omit<ProposalView, 'score' | 'reasons'> {
  const chosen = charges.filter(({ id }) => chargeIds.includes(id));
  const openFen = chosen.reduce((sum, each) => sum + each.openFen, 0);
  return {
    target: recorded ? { paymentId: recorded.id } : filing ? { filingId: filing.id } : { chargeIds },
    name: names[0] ?? '',
    isFiled: filing !== null,
    recordedOn: recorded?.on ?? null,
    years: chosen.map(({ year }) => year),
    dueFen: recorded?.amountFen ?? filing?.amountFen ?? openFen,
    openFen,
  };
}
