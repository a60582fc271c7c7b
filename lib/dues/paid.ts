/** What has been allocated to a charge so far, in fen. */
export function paidFen({ allocations }: { allocations: { amountFen: number }[] }): number {
  return allocations.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
