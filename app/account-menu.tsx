import type { NavItem } from '@/components/shell/nav-links';
import { Who } from '@/components/shell/site-header';
import { Link } from '@/components/ui/link';
import { signOutAction } from './(access)/login/actions';

type AccountMenuProps = { title: string; subtitle: string; links?: readonly NavItem[]; wide?: boolean };
/** What everybody who is signed in may do about their own account. */
export const accountLinks: readonly NavItem[] = [
  { href: '/account/password', label: '修改密码' },
  { href: '/account/sessions', label: '登录设备' },
  { href: '/account/personal', label: '个人信息' },
];

const row = 'flex min-h-11 w-full items-center rounded-md px-3.5 text-left text-ink-2 no-underline hover:bg-ground';

/** Who is signed in, and the way out. */
export function AccountMenu({ title, subtitle, links = [], wide }: AccountMenuProps) {
  return (
    <Who title={title} subtitle={subtitle} wide={wide}>
      {links.map(({ href, label }) => (
        <Link key={href} href={href} className={row}>
          {label}
        </Link>
      ))}
      <form action={signOutAction}>
        <button type="submit" className={row}>
          退出登录
        </button>
      </form>
    </Who>
  );
}
