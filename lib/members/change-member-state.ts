import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { issueCertificate } from '../certificates/issue-certificate';
import { today } from '../clock';
import { settleExit } from '../companies/settle-exit';
import { type Day, dayOf, formatDay } from '../days';
import type { Tx } from '../db';
import { cancelUntouchedCharges } from '../dues/cancel-charges';
import { DomainError } from '../errors';
import type { MemberState } from '../generated/prisma/enums';
import { transaction } from '../transaction';
import { transition } from '../transition';
import { type LoadedMember, loadMember, lockMembers } from './load-member';
import { memberMachine } from './member-machine';
import { ENDED, type stateEvents } from './states';

type Change = { memberId: string; event: (typeof stateEvents)[number]; reason: string; on: Day; cancelDues: boolean };

/**
 * Suspends, ends or reinstates a membership from a day on, with the reason. What the certificate's verification says
 * follows the state by itself. Of an ended member the dues that nobody has paid or filed anything of can be cancelled
 * along with it; money that moved stays for finance.
 * @throws DomainError `notFound`, `alreadyDecided`, `invalid` for a day to come or before what was decided last, or no reason
 */
export async function changeMemberState(actor: AccountActor, change: Change): Promise<MemberState> {
  return transaction((tx) => changeState(tx, actor, change));
}

/**
 * The same inside another command's transaction. `require` is asked once nobody else can decide about the member any more.
 * A membership that ends, for whatever reason, ends its 退会申请.
 */
export async function changeState(
  tx: Tx,
  actor: AccountActor,
  { memberId, event, reason, on, cancelDues }: Change,
  require: (member: LoadedMember) => Promise<void> = async () => undefined,
): Promise<MemberState> {
  await lockMembers(tx, memberId);
  authorize(actor, 'member.changeState', null);
  const member = await loadMember(tx, memberId);
  await require(member);
  const day = await today(tx);
  if (on > day) throw new DomainError('invalid', { fieldErrors: { on: `生效日期不能晚于今天（${formatDay(day)}）` } });
  const since = await latestOf(tx, member);
  if (on < since) throw new DomainError('invalid', { fieldErrors: { on: `生效日期不能早于入会和上一次变更（${formatDay(since)}）` } });
  const to = await transition(tx, actor, memberMachine(on), { id: memberId, from: member.state, event, reason, data: {} });
  // One who had left before the import comes back without a certificate; everybody else's becomes valid again by itself.
  if (to === 'active') await issueCertificate(tx, memberId);
  if (!ENDED.includes(to)) return to;
  if (cancelDues) await cancelUntouchedCharges(tx, actor, member.company, reason);
  await settleExit(tx, actor, member.companyId);
  return to;
}

/** The day of the last decision about the membership, else of joining. */
async function latestOf(tx: Tx, { id, joinedOn }: LoadedMember): Promise<Day> {
  const { _max } = await tx.memberEvent.aggregate({ where: { memberId: id }, _max: { effectiveOn: true } });
  return dayOf(_max.effectiveOn && _max.effectiveOn > joinedOn ? _max.effectiveOn : joinedOn);
}
