import 'server-only';
import type { Tx } from '../db';
import type { DifferenceKind } from '../generated/prisma/enums';

type Difference = {
  provider: string;
  kind: DifferenceKind;
  orderNumber: string;
  tradeNumber: string;
  expectedFen: number;
  actualFen: number;
};

/** Puts what does not fit before a person, once, however often the provider repeats it. */
export async function recordDifference(
  tx: Tx,
  { provider, kind, orderNumber, tradeNumber, expectedFen, actualFen }: Difference,
): Promise<void> {
  await tx.paymentDifference.createMany({
    data: [{ provider, kind, orderNumber: orderNumber.slice(0, 64), tradeNumber: tradeNumber.slice(0, 64), expectedFen, actualFen }],
    skipDuplicates: true,
  });
}
