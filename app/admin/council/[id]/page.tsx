import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { SeatsTable } from '@/components/members/member-tables';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { isAllowed } from '@/lib/access/authorize';
import { today } from '@/lib/clock';
import { levelLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { getMember, type MemberDetail } from '@/lib/members/get-member';
import { ENDED } from '@/lib/members/states';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { addSeatAction, changeSeatAction, endSeatAction } from './actions';
import { EndSeat, SeatForm } from './seat-forms';

export const metadata: Metadata = { title: '理事信息' };

export default async function SeatPage({ params }: PageProps<'/admin/council/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const actor = await requireAccount();
  const member = await orNotFound(getMember(actor, id.data));
  const day = await today();
  const held = member.seats.filter(({ from, to }) => from <= day && (!to || to >= day));
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/council">理事会</Link> › <Link href={`/admin/members/${member.id}`}>会员资料</Link>
      </p>
      <PageTitle hint={`${levelLabels[member.level]} · 会员编号 ${member.number}`}>{member.fields.name}</PageTitle>
      <div className="flex max-w-4xl flex-col gap-5">
        <Panel title="席位和历任" flush>
          <SeatsTable rows={member.seats} />
        </Panel>
        {isAllowed(actor, 'council.change', null) && (
          <>
            {held.map((seat) => (
              <HeldSeat key={`${seat.id}-${seat.version}`} seat={seat} today={day} />
            ))}
            {mayTakeSeat(member) ? (
              <Panel title="增加席位">
                <SeatForm
                  key={member.seats.length}
                  action={addSeatAction}
                  hidden={{ memberId: member.id, key: crypto.randomUUID() }}
                  seat={{ position: positions[member.level], person: '', title: '', term: '', from: day, to: '' }}
                  button="保存席位"
                />
              </Panel>
            ) : (
              <Note title="只有正常或暂停的理事单位及以上可以增加席位">普通会员请先在会员资料里变更级别。</Note>
            )}
          </>
        )}
      </div>
    </>
  );
}

type Seat = MemberDetail['seats'][number];

const positions: Record<MemberDetail['level'], string> = {
  ordinaryMember: '',
  councilMember: '理事',
  standingCouncilMember: '常务理事',
  vicePresident: '副会长',
};

function mayTakeSeat({ level, state }: MemberDetail): boolean {
  return level !== 'ordinaryMember' && !ENDED.includes(state);
}

function HeldSeat({ seat, today: day }: { seat: Seat; today: string }) {
  const hidden = { seatId: seat.id, version: String(seat.version) };
  const { position, person, title, term, from, to } = seat;
  return (
    <Panel title={`现任：${position} ${person}`} hint={`${formatDay(from)} 起`}>
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-brand">变更或更正</summary>
        <p className="my-3 text-ink-2">开始日期改为之后的某天，即从那天起换人或换届，原来的转入历任；日期不变，即更正写错的内容。</p>
        <SeatForm
          action={changeSeatAction}
          hidden={hidden}
          seat={{ position, person, title, term, from, to: to ?? '' }}
          button="保存变更"
        />
      </details>
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-brand">结束任职</summary>
        <EndSeat action={endSeatAction} hidden={hidden} today={day} />
      </details>
    </Panel>
  );
}
