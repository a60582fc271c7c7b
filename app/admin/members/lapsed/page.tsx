import type { Metadata } from 'next';
import { EndLapsedForm, LapsedBox } from '@/components/members/end-lapsed-form';
import { DownloadLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Pagination, SearchBox } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { UpLink } from '@/components/ui/up-link';
import { isAllowed } from '@/lib/access/authorize';
import { today } from '@/lib/clock';
import { levelLabels } from '@/lib/copy/dues';
import { memberStateLabels } from '@/lib/copy/members';
import { formatMoment } from '@/lib/days';
import { listQuery, pageOf } from '@/lib/list-query';
import { LAPSED_PAGE, type LapsedMember, listLapsed } from '@/lib/members/lapsed';
import { formatAmount } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { endLapsedAction } from './actions';

export const metadata: Metadata = { title: '两年未交会费' };

const PATH = '/admin/members/lapsed';

const box: Column<LapsedMember> = { key: 'box', heading: '选择', cell: ({ memberId, name }) => <LapsedBox id={memberId} name={name} /> };

const columns: readonly Column<LapsedMember>[] = [
  {
    key: 'name',
    heading: '单位名称',
    cell: ({ memberId, name, number, level }) => (
      <>
        <Link href={`/admin/members/${memberId}`} className="inline-flex min-h-11 items-center font-semibold">
          {name}
        </Link>
        <span className="num block text-sm text-ink-3">
          {number} {level && levelLabels[level]}
        </span>
      </>
    ),
  },
  { key: 'years', heading: '未交年度', cell: ({ years }) => <span className="num text-bad">{years.join('、')}</span> },
  { key: 'open', heading: '未交(元)', numeric: true, cell: ({ openFen }) => formatAmount(openFen) },
  {
    key: 'untouched',
    heading: '退会时可取消(元)',
    numeric: true,
    cell: ({ untouched, openFen }) => (
      <>
        {formatAmount(untouched.fen)}
        <span className="block text-sm text-ink-3">
          {untouched.count} 笔{untouched.fen < openFen && `，其余 ${formatAmount(openFen - untouched.fen)} 由财务处理`}
        </span>
      </>
    ),
  },
  {
    key: 'liaison',
    heading: '联络员',
    cell: ({ liaison }) =>
      liaison ? (
        <>
          {liaison.name}
          <a href={`tel:${liaison.mobile}`} className="num flex min-h-11 items-center md:min-h-0">
            {liaison.mobile}
          </a>
        </>
      ) : (
        <span className="text-warn">没有</span>
      ),
  },
  {
    key: 'reminders',
    heading: '催交',
    cell: ({ reminders: { count, lastAt } }) => (lastAt ? `${count} 次，最近 ${formatMoment(lastAt)}` : '没有发过'),
  },
  { key: 'state', heading: '状态', cell: ({ state }) => <Tag tone={memberStateLabels[state].tone}>{memberStateLabels[state].text}</Tag> },
];

export default async function LapsedPage({ searchParams }: PageProps<'/admin/members/lapsed'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, []);
  const page = pageOf(query.page);
  const [members, day] = [await orNotFound(listLapsed(actor, { search: query.search })), await today()];
  const mayEnd = isAllowed(actor, 'member.changeState', null);
  const rows = members.slice((page - 1) * LAPSED_PAGE, page * LAPSED_PAGE);
  return (
    <>
      <UpLink href="/admin/members">会员</UpLink>
      <PageTitle actions={<SearchBox path={PATH} query={query} placeholder="单位名称、曾用名、拼音首字母或信用代码" />}>
        两年未交会费
      </PageTitle>
      <div className="flex flex-col gap-5">
        <Note>
          <p>
            章程第十二条：会员两年不交纳会费的，视为自动退会。这里是建议名单：有两个以上到期年度一分未交、也没有填报的会员。
            系统不会自动办理，逐家看过、联系过再决定；交了一部分的不在名单上。
          </p>
        </Note>
        <Panel
          title="建议名单"
          hint={
            <span className="flex flex-wrap items-center gap-3">
              共 {members.length} 家
              {members.length > 0 && (
                <DownloadLink size="small" href={`/api/lapsed-members?${new URLSearchParams({ search: query.search ?? '' })}`} download>
                  导出 xlsx
                </DownloadLink>
              )}
            </span>
          }
          flush
        >
          <Table
            columns={mayEnd ? [box, ...columns] : columns}
            rows={rows}
            rowKey={({ memberId }) => memberId}
            caption="两年未交会费的会员"
            empty={query.search ? `没有找到“${query.search}”。` : '没有两年未交会费的会员。'}
            total={members.length}
            cards
          />
          <Pagination path={PATH} query={query} page={page} size={LAPSED_PAGE} total={members.length} />
        </Panel>
        {mayEnd && (
          <Panel title="办理所选单位">
            <EndLapsedForm action={endLapsedAction} today={day} count={rows.length} />
          </Panel>
        )}
      </div>
    </>
  );
}
