import 'server-only';
import { type Actor, actorName } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { type Day, dayInShanghai } from '../days';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import { countSmsLeft } from '../invitations/queries';
import { countUses } from '../limits/consume-limits';
import { allSms, invitationSms } from '../limits/message-rules';
import { queueMessage } from '../messages/queue-message';
import { sendsMail } from '../providers/mail/mail';
import { sendsSms } from '../providers/sms/sms';
import { forgetSettings, getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { openUntil } from './hours';
import { type PlannedReminder, planReminders } from './plan';
import { type Stage, stagesOf } from './stages';
import { reminderWords } from './words';

const AT_ONCE = 100;
const LOOKED_BACK_MS = 30 * 86_400_000;

/** Of what is next: what is due, or what a person chose, on the day for which it is planned. */
type Wanted = { stage: Stage; on: Day } | 'due';

/**
 * 催交 by the schedule, for a job of every hour: each active member that owes something gets one SMS and one e-mail for the
 * latest stage that its charges have reached, each stage of a charge once. Nothing while it is paused, outside the hours
 * of the settings, or beyond the day's SMS budget; what is left goes out with the next run. Answers how many it were.
 */
export async function sendDueReminders(actor: Actor): Promise<number> {
  authorize(actor, 'reminder.send', null);
  forgetSettings(); // another instance may have paused it a moment ago
  const { paused } = await getSetting('remindersPaused');
  return paused ? 0 : sendAll(actor, 'due');
}

/**
 * 现在发送: a stage of the schedule ahead of its day, or while it is paused; it then is not sent again.
 * Answers how many it were. @throws DomainError `invalid` with words outside the hours, or when nobody is left to get it
 */
export async function sendRemindersNow(actor: Actor, wanted: { stage: Stage; on: Day }): Promise<number> {
  authorize(actor, 'reminder.send', null);
  const hours = await getSetting('reminders');
  if (!openUntil(await now(), hours)) {
    throw new DomainError('invalid', { text: `现在不在发送时间内，请在 ${hours.fromHour}:00–${hours.untilHour}:00 之间发送。` });
  }
  const sent = await sendAll(actor, wanted);
  if (!sent) throw new DomainError('invalid', { text: '没有可以发送的：已经发过、已经交纳，或者没有联络员，或者今天的短信限额已经用完。' });
  return sent;
}

// In parts, so that the counter of the SMS budget is not held for long; each part plans anew under the lock.
async function sendAll(actor: Actor, wanted: Wanted): Promise<number> {
  const at = await now();
  await transaction(forgetUnsent);
  const plan = await planReminders(db(), { stages: stagesOf(await getSetting('reminders')), day: dayInShanghai(at) });
  const companyIds = plan.filter((each) => isWanted(each, wanted, dayInShanghai(at))).map(({ companyId }) => companyId);
  let sent = 0;
  for (let from = 0; from < companyIds.length; from += AT_ONCE) {
    sent += await transaction((tx) => sendSome(tx, actor, { wanted, companyIds: companyIds.slice(from, from + AT_ONCE) }));
  }
  return sent;
}

async function sendSome(tx: Tx, actor: Actor, { wanted, companyIds }: { wanted: Wanted; companyIds: string[] }): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('reminders', 0))`; // two instances, or a person beside the job
  const [at, setting] = [await now(tx), await getSetting('reminders')];
  const [day, until] = [dayInShanghai(at), openUntil(at, setting)];
  if (!until) return 0;
  const plan = await planReminders(tx, { stages: stagesOf(setting), day, companyIds });
  const { left, dailyBudget } = await countSmsLeft(tx);
  const chosen = plan.filter((each) => isWanted(each, wanted, day) && channelsOf(each, day).length).slice(0, left);
  if (!chosen.length) return 0;
  await countUses(
    tx,
    [allSms, invitationSms].map((rule) => ({ ...rule(dailyBudget), uses: chosen.length })),
  );
  for (const each of chosen) await send(tx, actor, each, { day, until });
  await recordAudit(tx, actor, { action: 'reminder.send', record: 'reminder', recordId: 'all', data: { sent: chosen.length } });
  return chosen.length;
}

const isWanted = ({ stage, on }: PlannedReminder, wanted: Wanted, day: Day) =>
  wanted === 'due' ? on <= day : stage === wanted.stage && on === wanted.on;

// What nobody got does not count: it was dropped at the end of the day, or because something of it changed.
async function forgetUnsent(tx: Tx): Promise<void> {
  const lately = new Date((await now(tx)).getTime() - LOOKED_BACK_MS);
  const rows = await tx.reminder.findMany({
    where: { void: false, createdAt: { gt: lately }, messages: { some: {}, every: { state: 'dropped' } } },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  await tx.reminder.updateMany({ where: { id: { in: ids } }, data: { void: true } });
  await tx.reminderCharge.updateMany({ where: { reminderId: { in: ids } }, data: { void: true } });
}

type Moment = { day: Day; until: Date };

async function send(tx: Tx, actor: Actor, planned: PlannedReminder, { day, until }: Moment): Promise<void> {
  const { companyId, stage, charges } = planned;
  const { id: reminderId } = await tx.reminder.create({
    data: { companyId, stage, senderName: actor.kind === 'system' ? '' : actorName(actor) },
    select: { id: true },
  });
  await tx.reminderCharge.createMany({
    data: charges.map(({ id: chargeId, openFen, stage: reached }) => ({ reminderId, chargeId, openFen, stage: reached })),
  });
  const { template, parameters } = reminderWords(planned, day);
  for (const channel of channelsOf(planned, day)) {
    const key = `reminder:${reminderId}:${channel.channel}`;
    await queueMessage(tx, { ...channel, template, parameters, expiresAt: until, reminderId, dedupeKey: key }, 'many');
  }
}

type Channel = { channel: 'sms'; phone: string } | { channel: 'email'; email: string };

/** By which ways the liaison can be reached in this installation; none without a liaison. */
function channelsOf({ liaison, ...planned }: PlannedReminder, day: Day): Channel[] {
  if (!liaison) return [];
  const { template } = reminderWords(planned, day);
  return [
    ...(sendsSms(template) ? [{ channel: 'sms' as const, phone: liaison.mobile }] : []),
    ...(sendsMail() && liaison.email ? [{ channel: 'email' as const, email: liaison.email }] : []),
  ];
}
