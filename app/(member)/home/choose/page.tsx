import { ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { listOpenApplications } from '@/lib/applications/queries';
import { applicationStateLabels, liaisonOrderLabels } from '@/lib/copy/applications';
import { memberStateLabels, standingLabels } from '@/lib/copy/members';
import { localPath } from '@/lib/local-path';
import { getMemberHome } from '@/lib/members/queries';
import { requireMember } from '@/lib/session';

export const metadata: Metadata = { title: '选择单位' };

const row = 'flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 no-underline hover:bg-ground md:px-6';

export default async function ChooseCompanyPage({ searchParams }: PageProps<'/home/choose'>) {
  const actor = await requireMember();
  if (actor.companyIds.length < 2) redirect('/home');
  const { next } = await searchParams;
  const path = (typeof next === 'string' && localPath(next)?.split('?')[0]) || '/home';
  const [homes, applications] = await Promise.all([
    Promise.all(actor.companyIds.map((id) => getMemberHome(actor, id))),
    listOpenApplications(actor),
  ]);
  return (
    <>
      <PageTitle hint="您是几家单位的联络员。以后可以在右上角切换。">请选择要办理的单位</PageTitle>
      <Panel flush>
        <ul className="divide-y divide-line-2">
          {homes.map(({ companyId, name, number, order, state, standing }) => (
            <li key={companyId}>
              <Link href={`${path}?company=${companyId}`} className={row}>
                <span className="min-w-0 flex-1 basis-56">
                  <b className="block font-semibold text-brand">{name}</b>
                  <small className="num text-sm text-ink-3">
                    会员编号 {number}
                    {order && ` · ${liaisonOrderLabels[order]}`}
                  </small>
                </span>
                {state !== 'active' && <Tag tone={memberStateLabels[state].tone}>{memberStateLabels[state].text}</Tag>}
                <Tag tone={standingLabels[standing.status].tone}>会费 {standingLabels[standing.status].text}</Tag>
                <ChevronRight aria-hidden="true" className="size-5 text-ink-3 max-md:hidden" />
              </Link>
            </li>
          ))}
          {applications.map(({ id, companyName, state }) => (
            <li key={id}>
              <Link href={`/apply?application=${id}`} className={row}>
                <span className="min-w-0 flex-1 basis-56">
                  <b className="block font-semibold text-brand">{companyName}</b>
                  <small className="text-sm text-ink-3">入会申请</small>
                </span>
                <Tag tone={applicationStateLabels[state].tone}>{applicationStateLabels[state].text}</Tag>
                <ChevronRight aria-hidden="true" className="size-5 text-ink-3 max-md:hidden" />
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
