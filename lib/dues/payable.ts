import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { chargeFacts, isPayable, viewDuesRow } from './views';

const include = {
  ...chargeFacts,
  filings: { include: { filing: { include: { charges: true } } } },
  company: { select: { member: { select: { state: true } } } },
} as const satisfies Prisma.ChargeInclude;

export type PayableCharge = Prisma.ChargeGetPayload<{ include: typeof include }>;

/** What a company can pay now: its open charges of the years that can be filed, oldest first. */
export async function listPayable(tx: Tx, companyId: string): Promise<PayableCharge[]> {
  const charges = await tx.charge.findMany({
    where: { companyId, state: 'open' },
    include,
    orderBy: [{ year: 'asc' }, { kind: 'asc' }, { createdAt: 'asc' }],
  });
  return charges.filter((charge) => isPayable(viewDuesRow(charge)));
}

export type Payable = {
  charges: PayableCharge[];
  /** Those of other years that could be filed with them. */
  others: PayableCharge[];
  /** The filing that was returned and is to be corrected; else a new one is made. */
  filing: PayableCharge['filings'][number]['filing'] | null;
};

/** What 填写汇款信息 of a year is about. @throws DomainError `notEditable` with words when nothing of it can be filed now */
export async function requirePayable(tx: Tx, companyId: string, year: number): Promise<Payable> {
  const payable = await listPayable(tx, companyId);
  const charges = payable.filter((charge) => charge.year === year);
  if (!charges.length) {
    throw new DomainError('notEditable', { text: `${year} 年度现在没有要填写的汇款信息：已经提交、已交清或不需要交纳。` });
  }
  const returned = charges.flatMap(({ filings }) => filings.map(({ filing }) => filing)).filter(({ state }) => state === 'returned');
  const [filing = null] = returned.toSorted((one, other) => other.filedAt.getTime() - one.filedAt.getTime());
  return { charges, others: payable.filter((charge) => charge.year !== year), filing };
}
