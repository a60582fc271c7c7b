import type { Metadata } from 'next';
import { CalendarWarning } from '@/components/calendar/calendar-warning';
import { ReceiptTag } from '@/components/dues/receipt-tag';
import { CountLink } from '@/components/ui/count-link';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { WaitingItem, WaitingList } from '@/components/ui/waiting-list';
import { isAllowed } from '@/lib/access/authorize';
import { listQueue } from '@/lib/applications/queue';
import { findUnknownYears } from '@/lib/calendar/unknown-years';
import { listChanges } from '@/lib/companies/change-queue';
import { changeFieldLabels, changeKindLabels } from '@/lib/copy/companies';
import { formatMoment } from '@/lib/days';
import { countProposed } from '@/lib/dues/list-charges';
import { sumOpenRefunds } from '@/lib/dues/list-refunds';
import { countFilings, listFilings } from '@/lib/dues/queries';
import { sumRefunds } from '@/lib/dues/refunds';
import { hasUnactivated } from '@/lib/invitations/queries';
import { countIncomplete } from '@/lib/members/list-members';
import { formatFen } from '@/lib/money';
import { countErasures } from '@/lib/personal/erasure-queue';
import { listDue } from '@/lib/receipts/list-due';
import { countReceiptWork } from '@/lib/receipts/queries';
import { requireAccount } from '@/lib/session';

export const metadata: Metadata = { title: '工作台' };

export default async function AdminPage() {
  const actor = await requireAccount();
  return (
    <>
      <PageTitle hint={`${actor.name}，您好`}>工作台</PageTitle>
      <div className="mb-5 empty:hidden">
        <CalendarWarning years={await findUnknownYears()} mayEdit={isAllowed(actor, 'settings.edit', null)} />
      </div>
      <div className="grid gap-5 lg:grid-cols-2">
        {isAllowed(actor, 'application.list', null) && <WaitingApplications />}
        {isAllowed(actor, 'change.list', null) && <WaitingChanges />}
        {isAllowed(actor, 'filing.list', null) && <WaitingFilings />}
        {isAllowed(actor, 'invitation.list', null) && <NotYetIn />}
        {isAllowed(actor, 'receipt.list', null) && <WaitingReceipts />}
        {isAllowed(actor, 'filing.list', null) && <WaitingRefunds />}
        {isAllowed(actor, 'member.edit', null) && <Incomplete />}
        {isAllowed(actor, 'settings.edit', null) && (
          <Panel title="系统设置">
            <p>
              收款账户、会费到期日、联系方式和备案号在<Link href="/admin/settings">设置</Link>中维护，修改后约半分钟生效。
            </p>
          </Panel>
        )}
      </div>
    </>
  );
}

const LINES = 5;

async function Incomplete() {
  const count = await countIncomplete(await requireAccount());
  if (!count) return null;
  return (
    <Panel title="待完善的会员资料">
      <p>
        从原系统导入的会员里，有{' '}
        <Link href="/admin/members?incomplete=any&columns=number,level,province,liaison,incomplete">{count} 家资料待完善</Link>。
      </p>
    </Panel>
  );
}

async function WaitingApplications() {
  const actor = await requireAccount();
  const { counts, rows } = await listQueue(actor, { state: 'submitted', search: '', waitedDays: 0, page: 1 });
  return (
    <WaitingList
      title="待审核的入会申请"
      href="/admin/applications"
      all={`${counts.submitted ?? 0} 件`}
      empty="没有待审核的申请。"
      isEmpty={rows.length === 0}
    >
      {rows.slice(0, LINES).map(({ id, companyName, waitedDays }) => (
        <WaitingItem key={id} href={`/admin/applications/${id}`} name={companyName}>
          <span className="num shrink-0 text-sm text-ink-3">已等 {waitedDays} 个工作日</span>
        </WaitingItem>
      ))}
    </WaitingList>
  );
}

async function WaitingChanges() {
  const actor = await requireAccount();
  const [{ rows, total }, erasures] = await Promise.all([listChanges(actor, { tab: 'open', search: '', page: 1 }), countErasures(actor)]);
  return (
    <WaitingList
      title="待处理的会员变更"
      href="/admin/changes"
      all={`${total} 项`}
      empty="没有待处理的变更。"
      isEmpty={rows.length + erasures === 0}
    >
      {rows.slice(0, LINES).map(({ id, companyName, field, kind, madeAt }) => (
        <WaitingItem key={id} href={`/admin/changes/${id}`} name={companyName}>
          <span className="text-sm">{kind === 'notice' ? changeFieldLabels[field] : changeKindLabels[kind]}</span>
          <span className="num text-sm text-ink-3 max-sm:hidden">{formatMoment(madeAt)}</span>
        </WaitingItem>
      ))}
      {erasures > 0 && <WaitingItem href="/admin/changes?tab=erasure" name={`注销申请 ${erasures} 项`} />}
    </WaitingList>
  );
}

async function NotYetIn() {
  if (!(await hasUnactivated(await requireAccount()))) return null;
  return (
    <Panel title="首次登录邀请">
      <p>
        还有联络员没有登录过。可以在<Link href="/admin/members/invitations">首次登录邀请</Link>中分批发短信，短信没有送到的打电话联系。
      </p>
    </Panel>
  );
}

async function WaitingFilings() {
  const actor = await requireAccount();
  const [counts, { rows }] = await Promise.all([countFilings(actor), listFilings(actor, { state: 'pending', search: '', page: 1 })]);
  return (
    <WaitingList
      title="待确认的会费"
      href="/admin/dues"
      all={`${counts.pending ?? 0} 笔`}
      empty="没有待确认的会费。"
      isEmpty={rows.length === 0}
    >
      {rows.slice(0, LINES).map(({ id, titleName, amountFen, filedAt }) => (
        <WaitingItem key={id} href={`/admin/dues/${id}`} name={titleName}>
          <span className="num">{formatFen(amountFen)}</span>
          <span className="num text-sm text-ink-3 max-sm:hidden">{formatMoment(filedAt)}</span>
        </WaitingItem>
      ))}
    </WaitingList>
  );
}

async function WaitingReceipts() {
  const actor = await requireAccount();
  const [{ rows, all, late }, { toReverse, requests }] = await Promise.all([
    listDue(actor, { search: '', page: 1 }),
    countReceiptWork(actor),
  ]);
  return (
    <WaitingList title="待开的电子票据" href="/admin/receipts" all={`${all} 笔`} empty="没有待开票的会费。" isEmpty={rows.length === 0}>
      {late + toReverse + requests > 0 && (
        <li className="flex flex-wrap gap-x-6 px-4 md:px-6">
          <CountLink label="已过期限" count={late} href="/admin/receipts" />
          <CountLink label="待冲红" count={toReverse} href="/admin/receipts?tab=toReverse" />
          <CountLink label="会员请求" count={requests} href="/admin/receipts?tab=requests" />
        </li>
      )}
      {rows.slice(0, LINES).map(({ id, titleName, amountFen, dueOn, urgency }) => (
        <WaitingItem key={id} href={`/admin/receipts/due/${id}`} name={titleName}>
          <span className="num max-sm:hidden">{formatFen(amountFen)}</span>
          <ReceiptTag dueOn={dueOn} urgency={urgency} />
        </WaitingItem>
      ))}
    </WaitingList>
  );
}

async function WaitingRefunds() {
  const actor = await requireAccount();
  const [{ ids, receivedFen, unconfirmedFen }, open, proposed] = await Promise.all([
    sumRefunds(actor),
    sumOpenRefunds(actor),
    countProposed(actor),
  ]);
  const { requested = 0, approved = 0 } = open.counts;
  return (
    <Panel title="退费和免交" hint={<Link href="/admin/dues?state=refund">待退费 {ids.length} 笔</Link>}>
      <p className="mb-2 flex flex-wrap items-center gap-x-6 empty:hidden">
        <CountLink label="免交、取消待同意" count={proposed} href="/admin/dues/charges?status=proposed" />
        <CountLink label="退费待批准" count={requested} href="/admin/dues/refunds" />
        <CountLink label="待退款" count={approved} href="/admin/dues/refunds?state=approved" />
        {open.fen > 0 && <span className="num">退费共 {formatFen(open.fen)}</span>}
      </p>
      {ids.length > 0 && (
        <dl className="grid grid-cols-[1fr_auto] gap-y-2">
          <dt>已到账，应退还</dt>
          <dd className="num text-right">{formatFen(receivedFen)}</dd>
          <dt>还没有确认是否到账</dt>
          <dd className="num text-right">{formatFen(unconfirmedFen)}</dd>
        </dl>
      )}
      {!ids.length && !open.fen && !proposed && <p className="text-ink-3">没有要退还的会费，也没有待同意的免交。</p>}
    </Panel>
  );
}
