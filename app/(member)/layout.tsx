import type { ReactNode } from 'react';
import { PageFrame } from '@/components/shell/page-frame';
import { listOwnCompanies } from '@/lib/members/queries';
import { requirePerson } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { MemberHeader } from './member-header';

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const actor = await requirePerson();
  const [companies, site] = await Promise.all([listOwnCompanies(actor), findSetting('site')]);
  return (
    <PageFrame header={<MemberHeader name={actor.name} companies={companies} />} site={site}>
      {children}
    </PageFrame>
  );
}
