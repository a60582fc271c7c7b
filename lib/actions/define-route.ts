import 'server-only';
import type { AccountActor } from '../access/actor';
import { errorText } from '../copy/errors';
import { DomainError, type ErrorCode } from '../errors';
import { getActor } from '../session';
import { checkOrigin } from './check-origin';
import { refusalOf } from './define-action';

type Handler<Params> = (context: { actor: AccountActor; request: Request; params: Params }) => Promise<Response>;
type Route<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

const statuses: Partial<Record<ErrorCode, number>> = {
  notFound: 404,
  forbidden: 404,
  signedOut: 401,
  foreignOrigin: 403,
  limited: 429,
  busy: 503,
};

/** A route for people who are signed in; a write must come from our own pages. Refusals are `{ error }` in words. */
export function defineRoute<Params = object>(handle: Handler<Params>): Route<Params> {
  return async (request, context) => {
    try {
      if (request.method !== 'GET') checkOrigin(request.headers);
      const actor = await getActor();
      if (actor.kind !== 'account') return signedOut(request);
      return await handle({ actor, request, params: await context.params });
    } catch (error) {
      return refusal(error);
    }
  };
}

/** A person who opened the address signs in and comes back, after a form to its page; a script is told. */
function signedOut(request: Request): Response {
  const mode = request.headers.get('sec-fetch-mode') ?? (request.headers.get('accept')?.includes('text/html') ? 'navigate' : '');
  if (mode !== 'navigate') return refusal(new DomainError('signedOut'));
  const isForm = request.method !== 'GET';
  const { pathname, search } = new URL((isForm && request.headers.get('referer')) || request.url, request.url);
  const query = new URLSearchParams({ next: pathname + search, ...(isForm && { reason: 'expired' }) });
  return new Response(null, { status: 303, headers: { Location: `/login?${query}` } });
}

/** Any error as an answer: an expected one with its status and words, a fault as 500 with an id. */
export function refusal(error: unknown): Response {
  if (!(error instanceof DomainError)) return Response.json({ error: refusalOf(error).formError }, { status: 500 });
  const status = statuses[error.code] ?? 422;
  return Response.json({ error: errorText(error) }, { status, headers: status === 503 ? { 'Retry-After': '30' } : {} });
}

/** Private bytes: never cached by anything shared, never interpreted as a page. */
export function fileResponse(body: Buffer, type: string, disposition: string): Response {
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(body.length),
      'Content-Disposition': disposition,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** `attachment` under a name that may be Chinese (RFC 6266). */
export function attachment(name: string): string {
  return `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
}
