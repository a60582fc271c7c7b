import type { Metadata } from 'next';
import { DuesTable } from '@/components/dues/dues-table';
import { ReceiptNotes } from '@/components/dues/receipt-notes';
import { HelpLink } from '@/components/ui/help-link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { levelLabels } from '@/lib/copy/dues';
import { getMemberDues } from '@/lib/dues/member-dues';
import { awaitsReceipt } from '@/lib/dues/views';
import { orNotFound } from '../../or-not-found';
import { loadCompany, memberPath } from '../load-company';

export const metadata: Metadata = { title: '会费交纳' };

export default async function MemberDuesPage({ searchParams }: PageProps<'/dues'>) {
  const open = await loadCompany(searchParams);
  const { name, level, rows } = await orNotFound(getMemberDues(open.actor, open.companyId));
  return (
    <>
      <PageTitle hint={`${name}，${levelLabels[level]}`} actions={<HelpLink chapter="dues">怎么交费？</HelpLink>}>
        会费交纳
      </PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="会费交纳记录" hint="填写汇款信息后 7 个工作日内推送电子票据" flush>
          <DuesTable rows={rows} pathOf={(path) => memberPath(path, open)} />
        </Panel>
        {rows.some(awaitsReceipt) && <ReceiptNotes />}
      </div>
    </>
  );
}
