import { createHmac } from 'node:crypto';
import { cached } from './cached';

/** Pages that say the same to everybody who is not signed in; of the directory the first one, which costs nobody a search. */
const PATHS: readonly string[] = ['/', '/join', '/fees', '/charter', '/privacy', '/contact', '/help', '/verify', '/login', '/member/list'];

/**
 * Settings are kept for thirty: together a change shows within a minute; a company that wants not to be listed is gone in
 * twenty seconds.
 */
const KEPT_SECONDS = 20;
const PATIENCE_MS = 5_000;

/** Names the one request that a copy is made of. */
const COPYING = 'x-copying';

/** A kept page with the nonce of this answer in it. */
export type VisitorPage = (nonce: string) => string;

const copies = new Map<string, ReturnType<typeof cached<VisitorPage | null>>>();

/**
 * What a visitor sees at this address, kept for twenty seconds: rendered anew for each it would say the same, with another
 * nonce. Null for every other request, when no copy could be made, and while developing: then the page is rendered.
 */
export async function findVisitorPage(request: { method: string; headers: Headers; nextUrl: URL }): Promise<VisitorPage | null> {
  if (process.env.NODE_ENV === 'development') return null;
  const { method, headers, nextUrl } = request;
  // The router of an open page asks at the same addresses for data, not for a page; of its own headers the middleware sees none.
  const asksForPage = method === 'GET' && headers.get('accept')?.includes('text/html');
  if (!asksForPage || nextUrl.search || headers.has(COPYING)) return null;
  const path = nextUrl.pathname;
  if (!PATHS.includes(path)) return null;
  // A port is our own, which speaks http also where a proxy in front of it speaks https.
  const origin = nextUrl.port ? `http://${nextUrl.host}` : nextUrl.origin;
  const page = copies.get(path) ?? cached(KEPT_SECONDS, () => copy(new URL(path, origin)));
  copies.set(path, page);
  return page.get();
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

async function copy(address: URL): Promise<VisitorPage | null> {
  const nonce = placeholder();
  try {
    const answer = await fetch(address, { headers: { [COPYING]: nonce }, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    const parts = answer.ok ? (await answer.text()).split(nonce) : [];
    return parts.length > 1 ? (own) => parts.join(own) : null;
  } catch {
    return null; // the visitor's own request says what is wrong
  }
}
