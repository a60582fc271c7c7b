import { DomainError } from './errors';

/**
 * A gate for work that is heavy on the machine: at most `atOnce` run, at most `waiting` wait in the order they came.
 * @throws DomainError `busy` for whoever comes after that
 */
export function inTurn(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new DomainError('busy');
      // Whoever finishes hands the place over, so that nobody new slips in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
