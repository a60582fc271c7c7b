import type { Metadata } from 'next';
import { companyFacts } from '@/components/applications/company-facts';
import { CertificateCard } from '@/components/certificates/certificate-card';
import { ChangeList } from '@/components/companies/change-list';
import { LiaisonTable } from '@/components/companies/liaison-table';
import { RenameNote } from '@/components/companies/rename-note';
import { SeatTable } from '@/components/companies/seat-table';
import { DuesTable } from '@/components/dues/dues-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { companyWords } from '@/lib/applications/company-words';
import { findCertificate } from '@/lib/certificates/queries';
import { getCompanyPage } from '@/lib/companies/company-page';
import { formatDay } from '@/lib/days';
import { getMemberHome } from '@/lib/members/queries';
import { orNotFound } from '../../or-not-found';
import { loadCompany, memberPath } from '../load-company';

export const metadata: Metadata = { title: '企业信息' };

export default async function CompanyPage({ searchParams }: PageProps<'/company'>) {
  const open = await loadCompany(searchParams);
  const { actor, companyId } = open;
  const { saved } = await searchParams;
  const [company, home, certificate] = await Promise.all([
    orNotFound(getCompanyPage(actor, companyId)),
    orNotFound(getMemberHome(actor, companyId)),
    orNotFound(findCertificate(actor, companyId)),
  ]);
  const { answers, request } = company;
  const facts = companyFacts(answers, await companyWords(answers));
  const ofCompany = facts.filter(({ target }) => target !== 'company.liaisons' && target !== 'company.qualifications');
  return (
    <>
      <PageTitle
        hint={`会员编号 ${home.number} · 入会 ${formatDay(home.joinedOn)}`}
        actions={
          <>
            <ButtonLink href={memberPath('/company/rename', open)} look="secondary">
              变更单位名称
            </ButtonLink>
            <ButtonLink href={memberPath('/company/edit', open)}>修改企业信息</ButtonLink>
          </>
        }
      >
        {answers.name} {request?.state === 'pending' && <Tag tone="info">变更审核中</Tag>}
      </PageTitle>
      <div className="flex flex-col gap-5">
        {saved === 'edit' && <Note tone="ok" title="已保存，立即生效。" />}
        {saved === 'rename' && <Note tone="ok" title="申请已提交，协会确认后会用短信通知第一联络员。" />}
        {request && (
          <RenameNote request={request}>
            <ButtonLink href={memberPath('/company/rename', open)} look={request.state === 'returned' ? 'primary' : 'secondary'}>
              {request.state === 'returned' ? '修改并重新提交' : '查看申请'}
            </ButtonLink>
          </RenameNote>
        )}
        {company.exit && (
          <Note title="退会申请已提交，等待协会处理">
            <Link href={memberPath('/company/exit', open)} className="inline-flex min-h-11 items-center">
              查看或撤回
            </Link>
          </Note>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-[1.7fr_1fr]">
          <Panel title="企业信息">
            <Facts rows={ofCompany} />
            <OldNames names={company.oldNames} />
          </Panel>
          <div className="flex flex-col gap-5">
            <CertificateCard
              name={home.name}
              level={home.level}
              validUntil={certificate?.validUntil ?? null}
              href={`/api/certificates/${companyId}`}
              details={memberPath('/certificate', open)}
            />
            <Panel title="资质信息">
              <p>{facts.find(({ target }) => target === 'company.qualifications')?.value}</p>
            </Panel>
            <div>
              <Link href={memberPath('/company/listing', open)} className="flex min-h-11 items-center px-1">
                会员名录公开设置
              </Link>
              <Link href={memberPath('/company/exit', open)} className="flex min-h-11 items-center px-1">
                退会申请
              </Link>
            </div>
          </div>
        </div>
        <Panel
          title="联络员"
          hint={
            <Link href={memberPath('/company/liaisons', open)} className="inline-flex min-h-11 items-center">
              更换联络员
            </Link>
          }
          flush
        >
          <LiaisonTable liaisons={answers.liaisons} unproven={company.unproven} />
        </Panel>
        {home.level !== 'ordinaryMember' && (
          <Panel title="理事信息" hint="如需修改请联系管理员" flush>
            <SeatTable seats={company.seats} />
          </Panel>
        )}
        <Panel
          title="交费记录"
          hint={
            <Link href={memberPath('/dues', open)} className="inline-flex min-h-11 items-center">
              会费交纳
            </Link>
          }
          flush
        >
          <DuesTable rows={home.dues} />
        </Panel>
        <Panel title="修改记录" hint="谁在何时改了什么" id="changes">
          <ChangeList changes={company.changes} />
        </Panel>
      </div>
    </>
  );
}

function OldNames({ names }: { names: { name: string; from: string | null; to: string | null }[] }) {
  if (!names.length) return null;
  return (
    <div className="mt-4 border-t border-line-2 pt-4 text-[15px]">
      <h3 className="mb-1 font-semibold">曾用名</h3>
      <ul className="flex flex-col gap-1">
        {names.map(({ name, from, to }) => (
          <li key={`${name} ${to}`}>
            {name}
            <span className="num ml-2 text-sm text-ink-3">
              {from ? formatDay(from) : '—'} 至 {to ? formatDay(to) : '今'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
