import { notFound } from 'next/navigation';
import { DomainError } from '@/lib/errors';

/** What one may not see does not exist: turns a query's refusal into the 404 page. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  return query.catch((error: unknown) => {
    if (error instanceof DomainError && (error.code === 'notFound' || error.code === 'forbidden')) notFound();
    throw error;
  });
}
