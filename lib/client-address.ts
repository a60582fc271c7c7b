import 'server-only';
import { env } from './env';

const UNKNOWN = 'direct';

/**
 * The client's address as the outermost of our own proxies saw it. Without a trusted proxy nothing in the request can
 * be believed, and all clients share one name.
 */
export function clientAddress(headers: { get: (name: string) => string | null }): string {
  const trusted = env().TRUSTED_PROXIES;
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return (trusted > 0 && hops.at(-trusted)) || UNKNOWN;
}

/** The address as people read it. */
export function addressText(address: string): string {
  return address && address !== UNKNOWN ? address : '未知';
}
