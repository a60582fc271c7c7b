import type { Metadata } from 'next';
import { LiaisonTable } from '@/components/companies/liaison-table';
import { ButtonLink } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { getCompanyPage } from '@/lib/companies/company-page';
import { orNotFound } from '../../../or-not-found';
import { loadCompany, memberPath } from '../../load-company';

export const metadata: Metadata = { title: '联络员' };

export default async function LiaisonsPage({ searchParams }: PageProps<'/company/liaisons'>) {
  const open = await loadCompany(searchParams);
  const { answers } = await orNotFound(getCompanyPage(open.actor, open.companyId));
  return (
    <>
      <PageTitle hint={answers.name}>联络员</PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="现在的联络员" flush>
          <LiaisonTable liaisons={answers.liaisons} />
        </Panel>
        <Note title="更换联络员">
          <p className="mb-3">更换联络员或手机号，请联系协会办理。部门、职务和邮箱可以在“修改企业信息”里直接修改。</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/contact" look="secondary">
              联系协会
            </ButtonLink>
            <ButtonLink href={memberPath('/company/edit', open)} look="quiet">
              修改企业信息
            </ButtonLink>
          </div>
        </Note>
      </div>
    </>
  );
}
