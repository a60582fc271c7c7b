'use client';

import { useSearchParams } from 'next/navigation';
import { SiteHeader } from '@/components/shell/site-header';
import { liaisonOrderLabels } from '@/lib/copy/applications';
import type { LiaisonOrder } from '@/lib/generated/prisma/enums';
import { AccountMenu, accountLinks } from '../account-menu';

type MemberHeaderProps = { name: string; companies: readonly { id: string; name: string; order: LiaisonOrder | null }[] };

const elsewhere = [
  { href: '/help', label: '操作手册' },
  { href: '/contact', label: '联系我们' },
];

/** The header of a member's pages. Which company its links are about stands in the address, as for the page below. */
export function MemberHeader({ name, companies }: MemberHeaderProps) {
  const asked = useSearchParams().get('company');
  const several = companies.length > 1;
  const company = companies.find(({ id }) => id === asked) ?? (several ? undefined : companies[0]);
  const query = several && company ? `?company=${company.id}` : '';
  const own = companies.length
    ? [
        { href: `/home${query}`, label: '会员主页' },
        { href: `/company${query}`, label: '企业信息' },
        { href: `/dues${query}`, label: '会费交纳' },
      ]
    : [
        { href: '/home', label: '主页' },
        { href: '/apply', label: '入会申请' },
      ];
  return (
    <SiteHeader
      home={`/home${query}`}
      items={[...own, ...elsewhere]}
      end={(place) => (
        <AccountMenu
          place={place}
          title={company?.name ?? name}
          subtitle={company?.order ? `${name} · ${liaisonOrderLabels[company.order]}` : '已登录'}
          links={[
            ...accountLinks.map(({ href, label }) => ({ href: `${href}${query}`, label })),
            ...(several ? [{ href: '/home/choose', label: '切换单位' }] : []),
          ]}
        />
      )}
    />
  );
}
