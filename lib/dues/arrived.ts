type Filed = { filedAt: Date; payments: readonly { amountFen: number; refundOfId: string | null; createdAt: Date }[] };

/**
 * What has come in of the money that a filing tells of, in fen. What was given back since it was filed had come in all the
 * same, and is not to be counted a second time when the filing is confirmed; what was given back before a returned one was
 * filed again is not what it tells of.
 */
export function arrivedFen({ filedAt, payments }: Filed): number {
  return payments.reduce((sum, { amountFen, refundOfId, createdAt }) => (refundOfId && createdAt >= filedAt ? sum : sum + amountFen), 0);
}
