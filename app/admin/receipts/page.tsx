import type { Metadata } from 'next';
import { KeyPresses } from '@/components/applications/key-presses';
import { CalendarWarning } from '@/components/calendar/calendar-warning';
import { DuesNav } from '@/components/dues/dues-nav';
import { DueTable } from '@/components/receipts/due-table';
import { ReceiptTable } from '@/components/receipts/receipt-table';
import { RequestList } from '@/components/receipts/request-list';
import { DownloadLink } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import type { AccountActor } from '@/lib/access/actor';
import { isAllowed } from '@/lib/access/authorize';
import { findUnknownYears } from '@/lib/calendar/unknown-years';
import { listQuery, pageOf } from '@/lib/list-query';
import { DUE_PAGE, listDue } from '@/lib/receipts/list-due';
import { countReceiptWork, listOpenRequests, listReceipts, RECEIPTS_PAGE, type ReceiptTab } from '@/lib/receipts/queries';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';
import { answerRequestAction, declineRequestAction } from './actions';

export const metadata: Metadata = { title: '电子票据' };

const PATH = '/admin/receipts';

type Query = Record<string, string>;
const recorded: Record<string, ReceiptTab> = { toReverse: 'toReverse', issued: 'issued', reversed: 'reversed' };

export default async function ReceiptsPage({ searchParams }: PageProps<'/admin/receipts'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['tab']);
  const page = pageOf(query.page);
  const search = query.search ?? '';
  const [work, due] = await Promise.all([orNotFound(countReceiptWork(actor)), orNotFound(listDue(actor, { search, page }))]);
  const tab = recorded[query.tab ?? ''];
  const tabs = [
    { value: '', label: '待开票', count: due.all },
    { value: 'toReverse', label: '待冲红', count: work.toReverse },
    { value: 'requests', label: '会员请求', count: work.requests },
    { value: 'issued', label: '已开票' },
    { value: 'reversed', label: '已冲红' },
  ];
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle
        hint="票据在财政部平台上开具，这里登记、通知会员。点一下抬头、税号等即可复制。"
        actions={<SearchBox path={PATH} query={query} placeholder="抬头、单位名称、税号或票据号码" />}
      >
        电子票据
      </PageTitle>
      <div className="flex flex-col gap-5">
        <CalendarWarning years={await findUnknownYears()} mayEdit={isAllowed(actor, 'settings.edit', null)} />
        {due.late > 0 && (
          <Note tone="warn" title={`${due.late} 笔已过填写汇款信息后 7 个工作日的期限`}>
            排在最前面，请先开具。
          </Note>
        )}
        <Panel flush>
          <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line-2 px-2 py-1.5 md:px-4">
            <FilterTabs path={PATH} query={{ tab: query.tab ?? '' }} name="tab" label="按进度" tabs={tabs} />
            {!query.tab && <ForMany actor={actor} />}
          </div>
          {query.tab === 'requests' && <Requests actor={actor} />}
          {tab && <Recorded actor={actor} tab={tab} query={query} page={page} />}
          {!tab && query.tab !== 'requests' && (
            <>
              <DueTable rows={due.rows} search={search} />
              <Pagination path={PATH} query={query} page={page} size={DUE_PAGE} total={due.total} />
            </>
          )}
        </Panel>
        {!query.tab && (
          <p className="text-sm text-ink-3">
            到款后还没有补填抬头和邮箱的不在这里，见<Link href="/admin/dues/charges?status=unfiled">待补登记</Link>。
          </p>
        )}
      </div>
    </>
  );
}

function ForMany({ actor }: { actor: AccountActor }) {
  return (
    <div className="flex flex-wrap gap-2">
      <KeyPresses keys={[{ key: 'n', what: '登记期限最近的一笔' }]} />
      <DownloadLink size="small" href="/api/receipts/export">
        导出待开票（Excel）
      </DownloadLink>
      {isAllowed(actor, 'receipt.record', null) && (
        <ButtonLink look="secondary" size="small" href={`${PATH}/import`}>
          批量登记
        </ButtonLink>
      )}
    </div>
  );
}

async function Requests({ actor }: { actor: AccountActor }) {
  return (
    <RequestList
      requests={await listOpenRequests(actor)}
      answer={answerRequestAction}
      decline={declineRequestAction}
      mayAnswer={isAllowed(actor, 'receipt.record', null)}
    />
  );
}

const emptyTexts: Record<ReceiptTab, string> = {
  toReverse: '没有要冲红的票据。已开票的会费取消或退费后，会出现在这里。',
  issued: '还没有登记过票据。',
  reversed: '没有冲红的票据。',
};

async function Recorded({ actor, tab, query, page }: { actor: AccountActor; tab: ReceiptTab; query: Query; page: number }) {
  const search = query.search ?? '';
  const { rows, total } = await listReceipts(actor, { tab, search, page });
  return (
    <>
      <ReceiptTable rows={rows} empty={search ? `没有找到“${search}”。` : emptyTexts[tab]} />
      <Pagination path={PATH} query={query} page={page} size={RECEIPTS_PAGE} total={total} />
    </>
  );
}
