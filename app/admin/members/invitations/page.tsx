import type { Metadata } from 'next';
import { InviteMany, InviteOne } from '@/components/invitations/invite-form';
import { DownloadLink } from '@/components/ui/button';
import { ChoiceFilter, FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { UpLink } from '@/components/ui/up-link';
import type { Actor } from '@/lib/access/actor';
import { isAllowed } from '@/lib/access/authorize';
import { levelLabels } from '@/lib/copy/dues';
import { inviteeStatusLabels, inviteeStatusTexts } from '@/lib/copy/invitations';
import { formatMoment } from '@/lib/days';
import { listRegions } from '@/lib/dictionaries/queries';
import { BATCH } from '@/lib/invitations/invite-liaisons';
import { countInvitees, countRested, countSmsLeft, INVITEE_PAGE, type Invitee, listInvitees } from '@/lib/invitations/queries';
import { readInviteeFilter } from '@/lib/invitations/read-filter';
import { INVITABLE, type InviteeFilter, type inviteeStatuses } from '@/lib/invitations/schema';
import { listQuery, pageOf } from '@/lib/list-query';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { inviteManyAction, inviteOneAction } from './actions';

export const metadata: Metadata = { title: '首次登录邀请' };

const PATH = '/admin/members/invitations';
const TABS = ['uninvited', 'waiting', 'failed', 'activated'] as const satisfies (typeof inviteeStatuses)[number][];
const levels = Object.entries(levelLabels).map(([code, label]) => ({ code, label }));

const columns: readonly Column<Invitee>[] = [
  { key: 'companies', heading: '单位名称', cell: ({ companies }) => companies.join('、') },
  { key: 'name', heading: '联络员', cell: ({ name }) => name },
  {
    key: 'phone',
    heading: '手机号',
    cell: ({ phone }) => (
      <a href={`tel:${phone}`} className="num inline-flex min-h-11 items-center">
        {phone}
      </a>
    ),
  },
  {
    key: 'status',
    heading: '状态',
    cell: ({ status }) => <Tag tone={inviteeStatusLabels[status].tone}>{inviteeStatusLabels[status].text}</Tag>,
  },
  {
    key: 'sentAt',
    heading: '最近邀请',
    numeric: true,
    cell: ({ sentAt, times }) => (sentAt ? `${formatMoment(sentAt)}，共 ${times} 次` : '—'),
  },
];

const invite: Column<Invitee> = {
  key: 'invite',
  heading: '邀请',
  cell: ({ accountId, name }) => <InviteOne action={inviteOneAction} accountId={accountId} name={name} />,
};

export default async function InvitationsPage({ searchParams }: PageProps<'/admin/members/invitations'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['status', 'province', 'level']);
  const filter = readInviteeFilter(query);
  const page = pageOf(query.page);
  const [counts, { rows, total }, regions] = await Promise.all([
    orNotFound(countInvitees(actor, filter)),
    orNotFound(listInvitees(actor, filter, { skip: (page - 1) * INVITEE_PAGE, take: INVITEE_PAGE })),
    listRegions(),
  ]);
  const mayInvite = isInvitable(filter) && isAllowed(actor, 'invitation.send', null);
  const tabs = TABS.map((value) => ({
    value: value === 'uninvited' ? '' : value,
    label: inviteeStatusLabels[value].text,
    count: counts[value],
  }));
  const address = new URLSearchParams({ ...query, page: '' });
  return (
    <>
      <UpLink href="/admin/members">会员</UpLink>
      <PageTitle
        hint="请导入的联络员用手机号设置密码、核对单位信息。"
        actions={<SearchBox path={PATH} query={query} placeholder="单位名称、联络员或手机号" />}
      >
        首次登录邀请
      </PageTitle>
      <div className="flex flex-col gap-5">
        {mayInvite && !filter.search && <Batch actor={actor} filter={filter} />}
        <Panel flush>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line-2 px-2 py-1.5 md:px-4">
            <FilterTabs path={PATH} query={query} name="status" label="按状态" tabs={tabs} />
            <div className="flex flex-wrap items-center gap-3">
              <ChoiceFilter
                path={PATH}
                query={query}
                choices={[
                  { name: 'province', label: '所在省', options: regions.map(({ code, label }) => ({ code, label })) },
                  { name: 'level', label: '会员级别', options: levels },
                ]}
              />
              <DownloadLink href={`/api/invitations?${address}`} size="small" download>
                导出 Excel
              </DownloadLink>
            </div>
          </div>
          <Table
            columns={mayInvite ? [...columns, invite] : columns}
            rows={rows}
            rowKey={({ accountId }) => accountId}
            caption={`联络员：${inviteeStatusLabels[filter.status].text}`}
            empty={query.search ? `没有找到“${query.search}”。` : '这里没有联络员。'}
            total={total}
            cards
          />
          <Pagination path={PATH} query={query} page={page} size={INVITEE_PAGE} total={total} />
        </Panel>
      </div>
    </>
  );
}

const isInvitable = ({ status }: InviteeFilter) => INVITABLE.some((each) => each === status);

/** What a press of the button will send, before it does. */
async function Batch({ actor, filter }: { actor: Actor; filter: InviteeFilter }) {
  const [count, { left, dailyBudget }] = await Promise.all([countRested(actor, filter), countSmsLeft()]);
  const next = Math.min(count, left, BATCH);
  const { status, province, level } = filter;
  return (
    <Panel title="发送邀请" hint={inviteeStatusTexts[status]}>
      <p className="mb-4">
        现在可以邀请 <b className="num">{count}</b> 人，同一个人 24 小时内只发一次。今天的短信还够邀请 <b className="num">{left}</b>{' '}
        人（每天 <span className="num">{dailyBudget}</span> 条，邀请最多用一半，其余留给验证码），每次最多 {BATCH} 条。
      </p>
      <InviteMany action={inviteManyAction} hidden={{ status, province, level: level ?? '' }} count={next} />
    </Panel>
  );
}
