import type { Metadata } from 'next';
import { HelpLink } from '@/components/ui/help-link';
import { PageTitle } from '@/components/ui/page-title';
import { getCompanyEdit } from '@/lib/companies/queries';
import { listCompanyChoices } from '@/lib/dictionaries/queries';
import { orNotFound } from '../../../or-not-found';
import { loadCompany, memberPath } from '../../load-company';
import { EditCompanyForm } from './edit-company-form';

export const metadata: Metadata = { title: '修改企业信息' };

export default async function EditCompanyPage({ searchParams }: PageProps<'/company/edit'>) {
  const open = await loadCompany(searchParams);
  const [{ name, values }, choices] = await Promise.all([orNotFound(getCompanyEdit(open.actor, open.companyId)), listCompanyChoices()]);
  return (
    <>
      <PageTitle hint={name} actions={<HelpLink chapter="company" />}>
        修改企业信息
      </PageTitle>
      <EditCompanyForm
        key={open.companyId}
        companyId={open.companyId}
        values={values}
        choices={choices}
        paths={{
          back: memberPath('/company', open),
          rename: memberPath('/company/rename', open),
          liaisons: memberPath('/company/liaisons', open),
        }}
      />
    </>
  );
}
