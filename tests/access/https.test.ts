import { NextRequest } from 'next/server';
import { handlers } from '../../lib/auth';
import { middleware } from '../../middleware';
import nextConfig from '../../next.config';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { withDatabase } from '../support/database';
import { anApplicant } from '../support/people';

withDatabase();
const SITE = 'https://hy.example.cn';
beforeAll(() => {
  process.env.SITE_URL = SITE;
});

describe('a site on https', () => {
  it('keeps its session in a cookie that only this host gets, only over https, and no script reads', async () => {
    const { phone } = await anApplicant();
    const start = await handlers.GET(new NextRequest(`${SITE}/api/auth/csrf`));
    const { csrfToken }: { csrfToken: string } = await start.json();
    const cookie = start.headers.getSetCookie().map((line) => line.split(';')[0]);
    const answer = await handlers.POST(
      new NextRequest(`${SITE}/api/auth/callback/credentials`, {
        method: 'POST',
        headers: { cookie: cookie.join('; '), 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '203.0.113.9' },
        body: new URLSearchParams({ csrfToken, phone, password: MEMBER_PASSWORD }),
      }),
    );
    const session = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-session='));
    expect(session).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax/i);
    expect(session).not.toMatch(/Domain=/i);
  });

  it('is asked for over https from then on, also for what its pages load', async () => {
    const [rule] = (await nextConfig.headers?.()) ?? [];
    expect(rule).toMatchObject({ source: '/:path*' });
    expect(rule?.headers).toContainEqual({ key: 'Strict-Transport-Security', value: expect.stringMatching(/^max-age=\d{8,}/) });
    const page = await middleware(new NextRequest(`${SITE}/member/list`));
    expect(page.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });
});
