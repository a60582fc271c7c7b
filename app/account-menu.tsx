import type { NavItem } from '@/components/shell/nav-links';
import { type HeaderPlace, Who } from '@/components/shell/site-header';
import { Link } from '@/components/ui/link';
import { signOutAction } from './(access)/login/actions';

type AccountMenuProps = { title: string; subtitle: string; links?: readonly NavItem[]; place: HeaderPlace };

/** What everybody who is signed in may do about their own account. */
export const accountLinks: readonly NavItem[] = [
  { href: '/account/password', label: '修改密码' },
  { href: '/account/sessions', label: '登录设备' },
  { href: '/account/personal', label: '个人信息' },
];

/** Who is signed in, and the way out. */
export function AccountMenu({ title, subtitle, links = [], place }: AccountMenuProps) {
  return (
    <Who title={title} subtitle={subtitle} place={place}>
      {links.map(({ href, label }) => (
        <Link key={href} href={href} className="menu-item">
          {label}
        </Link>
      ))}
      <form action={signOutAction}>
        <button type="submit" className="menu-item w-full text-left">
          退出登录
        </button>
      </form>
    </Who>
  );
}
