import type { Metadata } from 'next';
import { CertificateCard } from '@/components/certificates/certificate-card';
import { DuesTable } from '@/components/dues/dues-table';
import { FilterTabs } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { getCertificate } from '@/lib/certificates/queries';
import { levelLabels } from '@/lib/copy/dues';
import { memberStateLabels, standingLabels } from '@/lib/copy/members';
import { formatDay } from '@/lib/days';
import { getMemberHome, listOwnCompanies } from '@/lib/members/queries';
import { orNotFound } from '../../or-not-found';
import { loadCompany } from '../load-company';

export const metadata: Metadata = { title: '会员主页' };

export default async function MemberHomePage({ searchParams }: PageProps<'/home'>) {
  const { actor, companyId } = await loadCompany(searchParams);
  const [home, certificate, companies] = await Promise.all([
    orNotFound(getMemberHome(actor, companyId)),
    orNotFound(getCertificate(actor, companyId)),
    listOwnCompanies(actor),
  ]);
  const state = memberStateLabels[home.state];
  const standing = standingLabels[home.standing.status];
  return (
    <>
      {companies.length > 1 && (
        <div className="mb-4">
          <FilterTabs
            path="/home"
            query={{ company: companyId }}
            name="company"
            label="我的单位"
            tabs={companies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      <PageTitle hint={`会员编号 ${home.number} · 入会 ${formatDay(home.joinedOn)}`}>{home.name}</PageTitle>
      <div className="mb-5 grid items-start gap-5 lg:grid-cols-[1.5fr_1fr]">
        <Panel flush>
          <dl className="grid divide-line-2 max-md:divide-y md:grid-cols-3 md:divide-x">
            <FactCell label="会员状态" value={<Tag tone={state.tone}>{state.text}</Tag>} />
            <FactCell label="会员级别" value={levelLabels[home.level]} />
            <FactCell
              label="会费情况"
              value={
                <a href="#dues" className="inline-flex min-h-11 items-center no-underline">
                  <Tag tone={standing.tone}>{home.standing.year ? `${standing.text} ${home.standing.year} 年度` : standing.text}</Tag>
                </a>
              }
            />
          </dl>
        </Panel>
        <CertificateCard name={home.name} level={home.level} validUntil={certificate.validUntil} href={`/api/certificates/${companyId}`} />
      </div>
      <Panel title="会费交纳记录" hint="填写汇款信息后 7 个工作日内推送电子票据" id="dues" flush>
        <DuesTable rows={home.dues} />
      </Panel>
    </>
  );
}

function FactCell({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4 px-4 py-3 md:block md:px-6 md:py-5">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="font-strong md:flex md:min-h-11 md:items-center md:text-lg">{value}</dd>
    </div>
  );
}
