/** More hits than this are left to the database as they were asked for. */
const FEW = 1000;

/** All hits of a search in no order, or null when they are many. */
export async function findFew<T>(find: (take: number) => Promise<T[]>): Promise<T[] | null> {
  const found = await find(FEW + 1);
  return found.length > FEW ? null : found;
}
