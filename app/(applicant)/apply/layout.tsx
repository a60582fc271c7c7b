import type { ReactNode } from 'react';
import { PageFrame } from '@/components/shell/page-frame';
import { SiteHeader } from '@/components/shell/site-header';
import { applicationStateLabels } from '@/lib/copy/applications';
import { requireMember } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { AccountMenu, accountLinks } from '../../account-menu';
import { loadOwnDraft } from './load-draft';

const items = [
  { href: '/join', label: '入会程序' },
  { href: '/help', label: '操作手册' },
  { href: '/contact', label: '联系我们' },
];

export default async function ApplyLayout({ children }: { children: ReactNode }) {
  const actor = await requireMember();
  const draft = await loadOwnDraft(undefined);
  const title = draft.several ? actor.name : draft.companyName;
  const subtitle = draft.several ? '入会申请' : `${actor.name} · ${applicationStateLabels[draft.state].text}`;
  return (
    <PageFrame
      header={
        <SiteHeader
          home="/apply"
          items={items}
          end={(place) => <AccountMenu place={place} title={title} subtitle={subtitle} links={accountLinks} />}
        />
      }
      site={await findSetting('site')}
    >
      {children}
    </PageFrame>
  );
}
