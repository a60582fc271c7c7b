import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CertificateCard } from '@/components/certificates/certificate-card';
import { DuesTable } from '@/components/dues/dues-table';
import { TaskList } from '@/components/members/task-list';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { listOpenApplications } from '@/lib/applications/queries';
import { findCertificate } from '@/lib/certificates/queries';
import { applicationStateLabels } from '@/lib/copy/applications';
import { levelLabels } from '@/lib/copy/dues';
import { memberStateLabels, standingLabels } from '@/lib/copy/members';
import { formatDay } from '@/lib/days';
import { getMemberHome } from '@/lib/members/queries';
import { requireMember } from '@/lib/session';
import { orNotFound } from '../../or-not-found';
import { loadCompany, memberPath } from '../load-company';
import { ApplicantHome } from './applicant-home';

export const metadata: Metadata = { title: '会员主页' };

export default async function MemberHomePage({ searchParams }: PageProps<'/home'>) {
  const { companyIds } = await requireMember();
  if (!companyIds.length && !(await searchParams).company) return <ApplicantHome />;
  const open = await loadCompany(searchParams);
  const { actor, companyId } = open;
  const [home, certificate, applications] = await Promise.all([
    orNotFound(getMemberHome(actor, companyId)),
    orNotFound(findCertificate(actor, companyId)),
    listOpenApplications(actor),
  ]);
  if (home.unconfirmed) redirect(memberPath('/company/confirm', open));
  const state = memberStateLabels[home.state];
  const standing = standingLabels[home.standing.status];
  return (
    <>
      <PageTitle hint={`会员编号 ${home.number} · 入会 ${formatDay(home.joinedOn)}`}>
        {home.name} {home.rename === 'pending' && <Tag tone="info">变更审核中</Tag>}
      </PageTitle>
      {applications.map(({ id, companyName, state: applied }) => (
        <div key={id} className="mb-5">
          <Note title={`入会申请：${companyName}（${applicationStateLabels[applied].text}）`}>
            <Link href={`/apply?application=${id}`} className="inline-flex min-h-11 items-center">
              打开这份申请
            </Link>
          </Note>
        </div>
      ))}
      <div className="mb-5 grid items-start gap-5 lg:grid-cols-[1.5fr_1fr]">
        <Panel flush>
          <dl className="grid divide-line-2 max-md:divide-y md:grid-cols-3 md:divide-x">
            <FactCell label="会员状态" value={<Tag tone={state.tone}>{state.text}</Tag>} />
            <FactCell label="会员级别" value={levelLabels[home.level]} />
            <FactCell
              label="会费情况"
              value={
                <Link href={memberPath('/dues', open)} className="inline-flex min-h-11 items-center no-underline">
                  <Tag tone={standing.tone}>{home.standing.year ? `${standing.text} ${home.standing.year} 年度` : standing.text}</Tag>
                </Link>
              }
            />
          </dl>
          <TaskList tasks={home.tasks} pathTo={(path) => memberPath(path, open)} />
        </Panel>
        <CertificateCard
          name={home.name}
          level={home.level}
          validUntil={certificate?.validUntil ?? null}
          href={`/api/certificates/${companyId}`}
          details={memberPath('/certificate', open)}
        />
      </div>
      <Panel title="会费交纳记录" hint="填写汇款信息后 7 个工作日内推送电子票据" id="dues" flush>
        <DuesTable rows={home.dues} pathOf={(path) => memberPath(path, open)} />
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
