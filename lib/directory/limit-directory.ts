import 'server-only';
import { consumeLimits } from '../limits/consume-limits';
import type { DirectoryFilter } from './queries';

/** Turning the first pages of the whole directory costs nothing: everybody sees the same. */
const FREE_PAGES = 3;
const MINUTE = 60;
const DAY = 86_400;

/**
 * Keeps one address from copying the directory: searches, filters and further pages count.
 * @throws DomainError `limited`
 */
export async function limitDirectory({ search, province, level, page }: DirectoryFilter, address: string): Promise<void> {
  if (!search && !province && !level && page <= FREE_PAGES) return;
  await consumeLimits([
    { key: `directory:${address}`, max: 60, seconds: 10 * MINUTE },
    { key: `directory:${address}`, max: 500, seconds: DAY },
  ]);
}
