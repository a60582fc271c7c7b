import { type NextRequest, NextResponse } from 'next/server';

/** Areas behind the sign-in. A convenience: the pages and commands check for themselves. */
const PRIVATE = /^\/(apply|home|company|admin|second-factor)(\/|$)/;

/** Files and answers to scripts: never a page, whatever their bytes say. Must be set here: a header set here replaces the route's. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Forms and answers to scripts are small; only uploads are not, which do not come through here. Next would answer more with 500. */
const MOST_BYTES = 1024 * 1024;

/** One strict content policy for every page, with a fresh nonce, and the requested path for the pages. */
export function middleware(request: NextRequest): NextResponse {
  if (Number(request.headers.get('content-length')) > MOST_BYTES)
    return new NextResponse('提交的内容过大，请缩短后再试。', { status: 413 });
  const { pathname, search } = request.nextUrl;
  if (PRIVATE.test(pathname) && !['session', '__Host-session'].some((name) => request.cookies.has(name))) {
    const login = new URL('/login', process.env.SITE_URL ?? request.url);
    login.searchParams.set('next', pathname + search);
    return NextResponse.redirect(login);
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = pathname.startsWith('/api/') ? DATA_POLICY : contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-path', pathname + search);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (PRIVATE.test(pathname)) response.headers.set('cache-control', 'private, no-store');
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
  // Uploads are streamed: through a matched route a body over 10 MB would be cut without a word.
  matcher: ['/((?!_next/static|_next/image|api/uploads|favicon.ico|icon.svg).*)'],
};
