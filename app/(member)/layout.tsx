import type { ReactNode } from 'react';
import { PageFrame } from '@/components/shell/page-frame';
import { SiteHeader } from '@/components/shell/site-header';
import { requireMember } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { AccountMenu } from '../account-menu';

const items = [
  { href: '/home', label: '会员主页' },
  { href: '/dues', label: '会费交纳' },
  { href: '/help', label: '操作手册' },
  { href: '/contact', label: '联系我们' },
];

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const actor = await requireMember();
  return (
    <PageFrame
      header={<SiteHeader home="/home" items={items} end={<AccountMenu title={actor.name} subtitle="联络员" />} />}
      site={await findSetting('site')}
    >
      {children}
    </PageFrame>
  );
}
