import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { mailText, messageText } from '../copy/messages';
import { type Day, dayInShanghai } from '../days';
import { db } from '../db';
import type { MessageChannel, MessageState } from '../generated/prisma/enums';
import { sendsMail } from '../providers/mail/mail';
import { getSetting } from '../settings/get-setting';
import { openUntil } from './hours';
import { type PlannedReminder, planReminders } from './plan';
import { type Stage, stagesOf } from './stages';
import { openOf, reminderWords } from './words';

export const REMINDERS_PAGE = 50;

/** Those who get the same stage on the same day. */
export type ReminderGroup = { stage: Stage; on: Day; count: number; found: number; openFen: number; unreachable: number };
export type ReminderPreview = {
  today: Day;
  isPaused: boolean;
  /** Whether it is the time of day to send. */
  isOpen: boolean;
  groups: ReminderGroup[];
  /** Of the group that was asked for, unless what is searched for stands in another; else the first. */
  chosen: {
    stage: Stage;
    on: Day;
    rows: PlannedReminder[];
    found: number;
    sms: string;
    mail: { subject: string; text: string } | null;
  } | null;
};

type AskedPreview = { stage: number; on: string; search: string; page: number };

/** Who gets what next and when, without sending anything, with the words as they would be on that day. `search`: part of a company's name. */
export async function previewReminders(actor: Actor, asked: AskedPreview): Promise<ReminderPreview> {
  authorize(actor, 'reminder.list', null);
  const [at, setting, { paused: isPaused }] = [await now(), await getSetting('reminders'), await getSetting('remindersPaused')];
  const day = dayInShanghai(at);
  const plan = await planReminders(db(), { stages: stagesOf(setting), day });
  const groups = groupsOf(plan, asked.search);
  const hits = groups.filter(({ found }) => found > 0);
  const among = hits.length ? hits : groups;
  const group = among.find(({ stage, on }) => stage === asked.stage && on === asked.on) ?? among[0];
  return {
    today: day,
    isPaused,
    isOpen: openUntil(at, setting) !== null,
    groups,
    chosen: group ? chosenOf(plan, group, asked) : null,
  };
}

const isFound = ({ name }: PlannedReminder, search: string) => name.includes(search.trim());

function groupsOf(plan: readonly PlannedReminder[], search: string): ReminderGroup[] {
  const groups = new Map<string, ReminderGroup>();
  for (const each of plan) {
    const { stage, on, charges, liaison } = each;
    const group = groups.get(`${stage} ${on}`) ?? { stage, on, count: 0, found: 0, openFen: 0, unreachable: 0 };
    groups.set(`${stage} ${on}`, {
      ...group,
      count: group.count + 1,
      found: group.found + (isFound(each, search) ? 1 : 0),
      openFen: group.openFen + openOf(charges),
      unreachable: group.unreachable + (liaison ? 0 : 1),
    });
  }
  return [...groups.values()].toSorted((one, other) => one.on.localeCompare(other.on) || one.stage - other.stage);
}

function chosenOf(
  plan: readonly PlannedReminder[],
  { stage, on }: ReminderGroup,
  { search, page }: AskedPreview,
): ReminderPreview['chosen'] {
  const all = plan.filter((each) => each.stage === stage && each.on === on);
  const found = all.filter((each) => isFound(each, search));
  const [first] = all;
  if (!first) return null;
  const { template, parameters } = reminderWords(first, on);
  return {
    ...{ stage, on, rows: found.slice((page - 1) * REMINDERS_PAGE, page * REMINDERS_PAGE), found: found.length },
    sms: messageText(template, parameters),
    mail: sendsMail() ? mailText(template, parameters) : null,
  };
}

export type SentReminder = {
  id: string;
  companyId: string;
  name: string;
  stage: Stage;
  years: number[];
  openFen: number;
  senderName: string;
  createdAt: Date;
  messages: { id: string; channel: MessageChannel; to: string; state: MessageState; error: string | null }[];
};

/** What was sent, the latest first; or only what did not arrive. */
export async function listReminders(
  actor: Actor,
  { failed, page }: { failed: boolean; page: number },
): Promise<{ rows: SentReminder[]; total: number; failures: number }> {
  authorize(actor, 'reminder.list', null);
  const isFailed = { messages: { some: { state: 'failed' as const } } };
  const where = failed ? isFailed : {};
  const [found, total, failures] = await Promise.all([
    db().reminder.findMany({
      where,
      include: {
        company: { select: { name: true } },
        charges: { select: { openFen: true, charge: { select: { year: true } } }, orderBy: { charge: { year: 'asc' } } },
        messages: { orderBy: { channel: 'asc' } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * REMINDERS_PAGE,
      take: REMINDERS_PAGE,
    }),
    db().reminder.count({ where }),
    db().reminder.count({ where: isFailed }),
  ]);
  return {
    ...{ total, failures },
    rows: found.map(({ id, companyId, company, stage, charges, senderName, createdAt, messages }) => ({
      ...{ id, companyId, stage, senderName, createdAt, name: company.name, openFen: openOf(charges) },
      years: [...new Set(charges.map(({ charge }) => charge.year))],
      messages: messages.map(({ id: messageId, channel, phone, email, state, lastError }) => ({
        ...{ id: messageId, channel, state, to: phone ?? email ?? '' },
        error: state === 'failed' ? lastError : null,
      })),
    })),
  };
}
