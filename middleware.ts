import { type NextRequest, NextResponse } from 'next/server';
import { findVisitorPage, nonceOfCopy } from './lib/visitor-pages';

/** Areas behind the sign-in. A convenience: the pages and commands check for themselves. */
const PRIVATE = /^\/(apply|home|company|account|admin|second-factor)(\/|$)/;

/** Forms and answers to scripts are small; only uploads are not, which do not come through here. Next would answer more with 500. */
const MOST_BYTES = 1024 * 1024;

/** One strict content policy for every page, with a fresh nonce, and the requested path for the pages. */
export async function middleware(request: NextRequest): Promise<NextResponse> {
  if (Number(request.headers.get('content-length')) > MOST_BYTES)
    return new NextResponse('提交的内容过大，请缩短后再试。', { status: 413 });
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith('/api/')) return NextResponse.next();
  const hasSession = ['session', '__Host-session'].some((name) => request.cookies.has(name));
  if (PRIVATE.test(pathname) && !hasSession) {
    const login = new URL('/login', process.env.SITE_URL ?? request.url);
    login.searchParams.set('next', pathname + search);
    return NextResponse.redirect(login);
  }
  const nonce = nonceOfCopy(request.headers) ?? btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const kept = hasSession ? null : await findVisitorPage(request);
  const headers = new Headers(request.headers);
  headers.set('x-path', pathname + search);
  headers.set('content-security-policy', policy);
  const response = kept
    ? new NextResponse(kept(nonce), { headers: { 'content-type': 'text/html; charset=utf-8' } })
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (kept || PRIVATE.test(pathname)) response.headers.set('cache-control', 'private, no-store');
  return response;
}

function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  const storage = process.env.STORAGE === 's3' ? storageOrigins() : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${storage}${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    `form-action 'self'${paymentOrigin()}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(process.env.SITE_URL?.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

// Without JavaScript, paying is a form whose answer leads to the provider's page; browsers hold that address to `form-action`.
function paymentOrigin(): string {
  return process.env.PAYMENT === 'alipay' ? ` ${new URL(process.env.ALIPAY_GATEWAY || 'https://openapi.alipay.com').origin}` : '';
}

// The bucket stands in the path or in the host name; the browser sends files to either.
function storageOrigins(): string {
  const endpoint = new URL(process.env.S3_ENDPOINT ?? `https://s3.${process.env.S3_REGION ?? 'us-east-1'}.amazonaws.com`);
  return ` ${endpoint.origin} ${endpoint.protocol}//${process.env.S3_BUCKET}.${endpoint.host}`;
}

export const config = {
  runtime: 'nodejs',
  matcher: [
    // Uploads are streamed: through a matched route a body over 10 MB would be cut without a word.
    '/((?!_next/static|_next/image|api/|favicon.ico|icon.svg).*)',
    // Of the rest of /api only what has a body.
    { source: '/api/((?!uploads).*)', has: [{ type: 'header', key: 'content-length' }] },
  ],
};
