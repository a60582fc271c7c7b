/** More hits of a search than this are not sorted here. */
export const FEW = 1000;

/**
 * All hits of a search in no order, or null when they are many. The few are sorted by the caller: asked for in order and by
 * the page, PostgreSQL walks along the order's index until it has a page full, which for a rare name is all of it.
 */
export async function findFew<T>(find: (take: number) => Promise<T[]>): Promise<T[] | null> {
  const found = await find(FEW + 1);
  return found.length > FEW ? null : found;
}

/** The same order as the database's: by the first key that differs. */
export function byKeys<T>(...keys: ((item: T) => string)[]): (one: T, other: T) => number {
  return (one, other) => {
    for (const key of keys) {
      const [left, right] = [key(one), key(other)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}
