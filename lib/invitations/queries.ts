import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { companySearch } from '../companies/search';
import { db, type Tx } from '../db';
import { normaliseMobile } from '../fields';
import type { Prisma } from '../generated/prisma/client';
import { countLeft } from '../limits/consume-limits';
import { allSms, invitationSms } from '../limits/message-rules';
import { getSetting } from '../settings/get-setting';
import { type InviteeFilter, type InviteeStatus, inviteeStatuses } from './schema';

export const INVITEE_PAGE = 50;

export type Invitee = {
  accountId: string;
  name: string;
  phone: string;
  companies: string[];
  status: InviteeStatus;
  sentAt: Date | null;
  times: number;
};

const WITHOUT_PASSWORD = { passwordHash: null } as const;
const byStatus: Record<InviteeStatus, Prisma.AccountWhereInput> = {
  activated: { passwordHash: { not: null } },
  waiting: { ...WITHOUT_PASSWORD, invitation: { message: { state: { not: 'failed' } } } },
  failed: { ...WITHOUT_PASSWORD, invitation: { message: { state: 'failed' } } },
  uninvited: { ...WITHOUT_PASSWORD, invitation: null },
};

/** The accounts that a filter means: open liaisons of members that have not left. */
export function inviteesWhere({ status, ...scope }: InviteeFilter): Prisma.AccountWhereInput {
  return { AND: [scopeWhere(scope), byStatus[status]] };
}

function scopeWhere({ province, level, search = '' }: Omit<InviteeFilter, 'status'>): Prisma.AccountWhereInput {
  const company: Prisma.CompanyWhereInput = {
    ...(province && { provinceCode: province }),
    member: { state: { in: ['active', 'suspended'] }, ...(level && { levels: { some: { level, to: null } } }) },
  };
  const phone = normaliseMobile(search);
  const serves = (more: Prisma.CompanyWhereInput = {}) => ({ liaisons: { some: { to: null, company: { AND: [company, more] } } } });
  const isPhone = /^1\d{2,10}$/.test(phone);
  const wanted = isPhone ? { phone: { startsWith: phone } } : { OR: [{ name: search.trim() }, serves(companySearch(search))] };
  return { status: 'active', roles: { none: {} }, ...serves(), ...(search && { AND: [wanted] }) };
}

const select = {
  id: true,
  name: true,
  phone: true,
  passwordHash: true,
  invitation: { select: { sentAt: true, times: true, message: { select: { state: true } } } },
  liaisons: {
    where: { to: null, company: { member: { state: { in: ['active', 'suspended'] } } } },
    select: { company: { select: { name: true } } },
    orderBy: { from: 'asc' },
  },
} satisfies Prisma.AccountSelect;

type Page = { skip?: number; take: number };

/** Liaisons with where they stand, those of the oldest accounts first; and how many match. */
export async function listInvitees(actor: Actor, filter: InviteeFilter, page: Page): Promise<{ rows: Invitee[]; total: number }> {
  authorize(actor, 'invitation.list', null);
  const where = inviteesWhere(filter);
  const [found, total] = await Promise.all([
    db().account.findMany({ where, select, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], ...page }),
    db().account.count({ where }),
  ]);
  const rows = found.map(({ id, name, phone, invitation, liaisons }) => ({
    accountId: id,
    name,
    phone,
    companies: liaisons.map(({ company }) => company.name),
    status: filter.status,
    sentAt: invitation?.sentAt ?? null,
    times: invitation?.times ?? 0,
  }));
  return { rows, total };
}

/** Whether somebody is still to come in. */
export async function hasUnactivated(actor: Actor): Promise<boolean> {
  authorize(actor, 'invitation.list', null);
  const where = { AND: [scopeWhere({ province: '', level: null }), WITHOUT_PASSWORD] };
  return (await db().account.findFirst({ where, select: { id: true } })) !== null;
}

/** How many liaisons stand where. */
export async function countInvitees(
  actor: Actor,
  { province, level }: Omit<InviteeFilter, 'status'>,
): Promise<Record<InviteeStatus, number>> {
  authorize(actor, 'invitation.list', null);
  const count = (status: InviteeStatus) => db().account.count({ where: inviteesWhere({ status, province, level }) });
  const [activated = 0, waiting = 0, failed = 0, uninvited = 0] = await Promise.all(inviteeStatuses.map(count));
  return { activated, waiting, failed, uninvited };
}

const DAY_MS = 86_400_000;

/** Of whom nobody is bothered twice within 24 hours. */
export function restedWhere(at: Date): Prisma.AccountWhereInput {
  return { OR: [{ invitation: null }, { invitation: { sentAt: { lte: new Date(at.getTime() - DAY_MS) } } }] };
}

/** How many an invitation would reach now, were there no budget. */
export async function countRested(actor: Actor, filter: InviteeFilter): Promise<number> {
  authorize(actor, 'invitation.list', null);
  return db().account.count({ where: { AND: [inviteesWhere(filter), restedWhere(await now())] } });
}

/** How many invitations the day's SMS budget still allows. */
export async function countSmsLeft(tx: Tx = db()): Promise<{ left: number; dailyBudget: number }> {
  const { dailyBudget } = await getSetting('sms');
  const left = await Promise.all([allSms(dailyBudget), invitationSms(dailyBudget)].map((rule) => countLeft(tx, rule)));
  return { left: Math.min(...left), dailyBudget };
}
