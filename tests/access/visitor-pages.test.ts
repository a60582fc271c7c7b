import { NextRequest, type NextResponse } from 'next/server';
import { middleware } from '../../middleware';

const SITE = 'http://127.0.0.1:3000';

/** The addresses of all pages that were rendered. */
const rendered: string[] = [];

/** Renders a page that says which rendering it is, with the nonce that its own request was given. */
async function render(url: unknown, init?: RequestInit): Promise<Response> {
  const request = new NextRequest(String(url), { headers: new Headers(init?.headers) });
  const { pathname, href } = request.nextUrl;
  rendered.push(href);
  const nonce = nonceOf(await middleware(request));
  return new Response(`<script nonce="${nonce}"></script>${pathname} ${rendered.length}`, { status: pathname === '/charter' ? 500 : 200 });
}

let seconds = 0;

beforeAll(() => {
  jest.spyOn(globalThis, 'fetch').mockImplementation(render);
  jest.spyOn(performance, 'now').mockImplementation(() => seconds * 1000);
});
beforeEach(() => {
  rendered.length = 0;
});

const visit = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  middleware(new NextRequest(`${SITE}${path}`, { headers: { accept: 'text/html,*/*;q=0.8', ...headers }, method }));

function nonceOf(answer: NextResponse): string {
  return /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
}

/** True for an answer that leaves the page to be rendered. */
const isRendered = (answer: NextResponse) => answer.headers.get('x-middleware-next') === '1';

describe('a page that says the same to every visitor', () => {
  it('is rendered once in twenty seconds, and carries the nonce of each answer', async () => {
    const answers = await Promise.all([visit('/fees'), visit('/fees')]);
    seconds += 19;
    answers.push(await visit('/fees'));
    const nonces = answers.map(nonceOf);
    expect(new Set(nonces).size).toBe(3);
    for (const answer of answers) expect(await answer.text()).toBe(`<script nonce="${nonceOf(answer)}"></script>/fees 1`);
    seconds += 2;
    expect(await (await visit('/fees')).text()).toContain('/fees 2');
  });

  it('is asked of our own port in http, also behind a proxy that speaks https', async () => {
    await middleware(new NextRequest('https://localhost:3000/verify', { headers: { accept: 'text/html' } }));
    expect(rendered).toEqual(['http://localhost:3000/verify']);
  });

  it('is kept by nobody on the way', async () => {
    expect((await visit('/join')).headers.get('cache-control')).toBe('private, no-store');
  });

  it.each([
    ['somebody who is signed in', '/contact', { cookie: 'session=x' }],
    ['somebody who is signed in on https', '/contact', { cookie: '__Host-session=x' }],
    ['the router of a page that is open already', '/contact', { accept: '*/*' }],
    ['an address that asks for more', '/privacy?version=1', {}],
    ['a search in the directory, which is counted', '/member/list?search=%E4%B8%AD%E5%BB%BA', {}],
    ['a page that is not the same for all', '/verify/token', {}],
  ])('is rendered for %s', async (_who, path, headers) => {
    expect(isRendered(await visit(path, headers))).toBe(true);
    expect(rendered).toEqual([]);
  });

  it('is rendered each time while developing, so that a change is seen at once', async () => {
    const mode = jest.replaceProperty(process.env, 'NODE_ENV', 'development');
    const answer = await visit('/join');
    mode.restore();
    expect(isRendered(answer)).toBe(true);
  });

  it('is rendered for a form that is sent to it', async () => {
    expect(isRendered(await visit('/login', {}, 'POST'))).toBe(true);
  });

  it('is rendered as ever when no copy could be made of it', async () => {
    expect(isRendered(await visit('/charter'))).toBe(true);
    expect(isRendered(await visit('/charter'))).toBe(true);
    expect(rendered).toHaveLength(1);
  });

  it('is rendered as ever when the connection breaks', async () => {
    jest.mocked(fetch).mockRejectedValueOnce(new TypeError('fetch failed'));
    expect(isRendered(await visit('/privacy'))).toBe(true);
  });

  it('takes no nonce from a caller who says that he makes the copy', async () => {
    const answer = await visit('/help', { 'x-copying': 'forged' });
    expect(isRendered(answer)).toBe(true);
    expect(nonceOf(answer)).not.toBe('forged');
  });
});
