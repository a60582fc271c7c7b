import 'server-only';
import { env } from '../env';
import { DomainError } from '../errors';

/**
 * A write must come from our own pages. Next compares Origin with headers that a caller can forge; this compares with
 * the configured address. @throws DomainError `foreignOrigin`
 */
export function checkOrigin(headers: { get: (name: string) => string | null }): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== new URL(env().SITE_URL).origin || (site !== null && site !== 'same-origin')) throw new DomainError('foreignOrigin');
}
