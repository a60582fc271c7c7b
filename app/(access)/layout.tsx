import type { ReactNode } from 'react';
import { PageFrame } from '@/components/shell/page-frame';
import { PublicHeader } from '@/components/shell/public-header';
import type { HeaderPlace } from '@/components/shell/site-header';
import type { Actor } from '@/lib/access/actor';
import { getActor } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { AccountMenu } from '../account-menu';

export default async function AccessLayout({ children }: { children: ReactNode }) {
  const actor = await getActor();
  return (
    <PageFrame header={<PublicHeader who={whoIs(actor)} />} site={await findSetting('site')}>
      {children}
    </PageFrame>
  );
}

function whoIs(actor: Actor) {
  if (actor.kind === 'account')
    return (place: HeaderPlace) => (
      <AccountMenu place={place} title={actor.name} subtitle="已登录" links={[{ href: '/home', label: '进入系统' }]} />
    );
  return actor.kind === 'pending'
    ? (place: HeaderPlace) => <AccountMenu place={place} title={actor.name} subtitle="还差一步登录" />
    : undefined;
}
