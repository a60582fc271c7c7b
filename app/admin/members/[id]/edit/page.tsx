import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { storedValues } from '@/lib/actions/form-values';
import { listCompanyChoices } from '@/lib/dictionaries/queries';
import { loadMember } from '../load-member';
import { CorrectCompanyForm } from './correct-company-form';

export const metadata: Metadata = { title: '编辑企业信息' };

export default async function EditMemberPage({ params }: PageProps<'/admin/members/[id]/edit'>) {
  const { member } = await loadMember(params, 'member.edit');
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/members">会员</Link> › <Link href={`/admin/members/${member.id}`}>{member.fields.name}</Link>
      </p>
      <PageTitle hint="保存后立即生效，修改前后的内容记入审计。">编辑企业信息</PageTitle>
      <CorrectCompanyForm
        key={member.version}
        companyId={member.companyId}
        version={member.version}
        values={storedValues(member.fields)}
        choices={await listCompanyChoices()}
        back={`/admin/members/${member.id}`}
      />
    </>
  );
}
