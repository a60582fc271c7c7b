import { type NextRequest, NextResponse } from 'next/server';

/** The strict nonce policy, and nothing else. */
export function middleware(request: NextRequest) {
  const policy = `default-src 'none'; script-src 'self' 'nonce-${btoa(crypto.randomUUID())}' 'strict-dynamic'; style-src 'self'; connect-src 'self'`;
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/rendered-nonce'] };
