import type { ReactNode } from 'react';
import { PageFrame } from '@/components/shell/page-frame';
import { PublicHeader } from '@/components/shell/public-header';
import { getActor } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { AccountMenu } from '../account-menu';

export default async function AccessLayout({ children }: { children: ReactNode }) {
  const actor = await getActor();
  const who =
    actor.kind === 'account' ? (
      <AccountMenu title={actor.name} subtitle="已登录" links={[{ href: '/home', label: '进入系统' }]} />
    ) : undefined;
  return (
    <PageFrame header={<PublicHeader who={who} />} site={await findSetting('site')}>
      {children}
    </PageFrame>
  );
}
