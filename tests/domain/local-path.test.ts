import { localPath } from '../../lib/local-path';

const SITE = 'https://hygl.example.cn';

describe('where signing in leads back to', () => {
  it.each([
    '/',
    '/apply',
    '/apply/company?application=1#name',
    '/admin/applications/1?state=submitted&page=2',
    '/dues/2026',
    '/%E4%BC%9A%E8%B4%B9',
  ])('is %s, a page of this site', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/a\\..\\..\\evil',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '',
    './apply',
  ])('is never %p', (text) => {
    expect(localPath(text)).toBeNull();
  });

  it('is not the sign-in page itself', () => {
    expect(localPath('/login')).toBeNull();
    expect(localPath('/login?next=/login')).toBeNull();
  });

  it('stays on this site however a browser reads what was let through', () => {
    for (const path of [
      '/a//evil.example',
      '/@evil.example',
      '/.//evil.example',
      '/%2F%2Fevil.example',
      '/%5Cevil.example',
      '/;//evil.example',
    ]) {
      const passed = localPath(path);
      if (passed) expect(new URL(passed, SITE).origin).toBe(SITE);
    }
  });
});
