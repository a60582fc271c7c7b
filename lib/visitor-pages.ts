import { createHmac } from 'node:crypto';
import { cached } from './cached';

/** Pages that say the same to everybody who is not signed in. */
const PATHS = ['/', '/join', '/fees', '/charter', '/privacy', '/contact', '/help', '/verify', '/login'] as const;

/** Settings are kept for thirty: together a change shows within a minute. */
const KEPT_SECONDS = 20;

/** Names the one request that a copy is made of. */
const COPYING = 'x-copying';

/** A kept page with the nonce of this answer in it. */
export type VisitorPage = (nonce: string) => string;

const copies = new Map(PATHS.map((path) => [path as string, cached(KEPT_SECONDS, () => copy(path))]));
let origin = '';

/**
 * What a visitor sees at this address, kept for twenty seconds: rendered anew for each it would say the same, with another
 * nonce. Null for every other request, and when no copy could be made: then the page is rendered.
 */
export async function findVisitorPage(request: { method: string; headers: Headers; nextUrl: URL }): Promise<VisitorPage | null> {
  const { method, headers, nextUrl } = request;
  if (method !== 'GET' || nextUrl.search || headers.has('rsc') || headers.has(COPYING)) return null;
  origin = nextUrl.origin;
  return (await copies.get(nextUrl.pathname)?.get()) ?? null;
}

/** The nonce that a copy holds in place of each answer's own, when this is the request that makes one. */
export function nonceOfCopy(headers: Headers): string | null {
  return headers.get(COPYING) === placeholder() ? placeholder() : null;
}

// The same in every instance, because another one may answer; a secret, because whoever knew it could have it replaced in a page.
function placeholder(): string {
  return createHmac('sha256', process.env.AUTH_SECRET ?? '')
    .update('nonce of a copied page')
    .digest('base64');
}

async function copy(path: string): Promise<VisitorPage | null> {
  const nonce = placeholder();
  const answer = await fetch(new URL(path, origin), { headers: { [COPYING]: nonce }, redirect: 'manual' }).catch(() => null);
  const parts = answer?.status === 200 ? (await answer.text()).split(nonce) : [];
  return parts.length > 1 ? (own) => parts.join(own) : null;
}
