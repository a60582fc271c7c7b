import type { ReactNode } from 'react';
import { PageFrame } from '@/components/shell/page-frame';
import { PublicHeader } from '@/components/shell/public-header';
import type { HeaderPlace } from '@/components/shell/site-header';
import { getActor } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { AccountMenu } from '../account-menu';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const actor = await getActor();
  const who =
    actor.kind === 'account'
      ? (place: HeaderPlace) => (
          <AccountMenu place={place} title={actor.name} subtitle="已登录" links={[{ href: '/home', label: '进入系统' }]} />
        )
      : undefined;
  return (
    <PageFrame header={<PublicHeader who={who} />} site={await findSetting('site')}>
      {children}
    </PageFrame>
  );
}
