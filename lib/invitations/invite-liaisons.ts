import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { countUses } from '../limits/consume-limits';
import { allSms, invitationSms } from '../limits/message-rules';
import { queueMessage } from '../messages/queue-message';
import { transaction } from '../transaction';
import { countSmsLeft, inviteesWhere, restedWhere } from './queries';
import { recordInvitation } from './record-invitation';
import type { InviteeFilter } from './schema';

/** What one press sends at most; the next press goes on. */
export const BATCH = 500;
const AT_ONCE = 100;

export type Invited = { sent: number };

/**
 * Invites liaisons who have not signed in yet to 首次登录, by SMS: at most `BATCH` in one go, within the day's SMS budget, and
 * nobody twice within 24 hours.
 * @throws DomainError `limited` when the budget allows none, `nobodyToInvite`
 */
export async function inviteLiaisons(actor: AccountActor, filter: InviteeFilter): Promise<Invited> {
  authorize(actor, 'invitation.send', null);
  return send(actor, inviteesWhere(filter), { scope: { status: filter.status, province: filter.province, level: filter.level } });
}

/** The same for one person, again if need be. @throws DomainError as for many */
export async function inviteLiaison(actor: AccountActor, accountId: string): Promise<Invited> {
  authorize(actor, 'invitation.send', null);
  const one = { OR: (['uninvited', 'failed', 'waiting'] as const).map((status) => inviteesWhere({ status, province: '', level: null })) };
  return send(actor, { AND: [{ id: accountId }, one] }, { accountId });
}

// A hundred in a transaction: the counter of the budget is held meanwhile, and codes that people wait for use it too.
async function send(actor: AccountActor, where: Prisma.AccountWhereInput, data: Prisma.InputJsonObject): Promise<Invited> {
  let sent = 0;
  for (let batch = AT_ONCE; batch === AT_ONCE && sent < BATCH; sent += batch)
    batch = await transaction((tx) => sendSome(tx, actor, where, data));
  if (!sent) throw new DomainError('nobodyToInvite');
  return { sent };
}

async function sendSome(tx: Tx, actor: AccountActor, where: Prisma.AccountWhereInput, data: Prisma.InputJsonObject): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('invitations', 0))`; // two people press at the same moment
  const { left, dailyBudget } = await countSmsLeft(tx);
  const at = await now(tx);
  const people = await tx.account.findMany({
    where: { AND: [where, restedWhere(at)] },
    select: {
      id: true,
      phone: true,
      invitation: { select: { times: true } },
      liaisons: { where: { to: null }, select: { company: { select: { name: true } } }, orderBy: { from: 'asc' } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
  });
  const chosen = people.slice(0, left);
  if (people.length && !chosen.length)
    throw new DomainError('limited', { text: '今天的短信限额已经用完，请明天再发，或由管理员调高限额。' });
  if (!chosen.length) return 0;
  await countUses(
    tx,
    [allSms, invitationSms].map((rule) => ({ ...rule(dailyBudget), uses: chosen.length })),
  );
  for (const person of chosen) await invite(tx, person, at);
  await recordAudit(tx, actor, {
    action: 'invitation.send',
    record: 'invitation',
    recordId: 'all',
    data: { ...data, sent: chosen.length },
  });
  return chosen.length;
}

type Person = { id: string; phone: string; invitation: { times: number } | null; liaisons: { company: { name: string } }[] };

async function invite(tx: Tx, { id, phone, invitation, liaisons }: Person, sentAt: Date): Promise<void> {
  const times = (invitation?.times ?? 0) + 1;
  const [first] = liaisons;
  const company = `${first?.company.name ?? ''}${liaisons.length > 1 ? `等 ${liaisons.length} 家单位` : ''}`;
  const messageId = await queueMessage(
    tx,
    { template: 'invitation', phone, parameters: { company }, dedupeKey: `invitation:${id}:${times}` },
    'many',
  );
  if (messageId) await recordInvitation(tx, { accountId: id, messageId, sentAt });
}
