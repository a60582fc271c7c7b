import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/shell/page-frame';
import { SiteHeader } from '@/components/shell/site-header';
import { isAllowed } from '@/lib/access/authorize';
import { ASSOCIATION } from '@/lib/copy/association';
import { staffRoleLabels } from '@/lib/copy/staff';
import { requireAccount } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { AccountMenu, accountLinks } from '../account-menu';
import { adminSections } from './sections';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireAccount();
  if (!isAllowed(actor, 'staff.enter', null)) notFound();
  const items = adminSections.filter(({ permission }) => isAllowed(actor, permission, null));
  const roles = actor.roles.map((role) => staffRoleLabels[role]).join('、');
  return (
    <PageFrame
      wide
      header={
        <SiteHeader
          wide
          home="/admin"
          title="会员管理 · 工作台"
          subtitle={ASSOCIATION.name}
          items={items}
          end={(place) => (
            <AccountMenu
              place={place}
              title={actor.name}
              subtitle={roles}
              links={[{ href: '/admin/security', label: '登录安全' }, ...accountLinks]}
            />
          )}
        />
      }
      site={await findSetting('site')}
    >
      {children}
    </PageFrame>
  );
}
