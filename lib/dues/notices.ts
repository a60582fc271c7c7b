import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { dayOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import { findSetting } from '../settings/get-setting';
import { type DuesNotice, drawNotices } from './draw-notice';
import { type ChargeFilter, whereOf } from './list-charges';
import { transferMemo } from './transfer-memo';

/** One PDF is drawn while somebody waits: more pages than this are asked for in parts. */
const MOST_NOTICES = 500;

const include = {
  company: {
    select: { id: true, name: true, uscc: true, member: { select: { number: true } } },
  },
} as const satisfies Prisma.ChargeInclude;
type Charge = Prisma.ChargeGetPayload<{ include: typeof include }>;

/** 会费交纳通知书 of a company and year. @throws DomainError `notFound`, `invalid` before the account is set */
export async function getNoticePdf(actor: Actor, companyId: string, year: number): Promise<{ body: Buffer; name: string }> {
  authorize(actor, 'dues.view', { companyId });
  const charges = await db().charge.findMany({
    where: { companyId, year, state: { not: 'cancelled' } },
    include,
    orderBy: { kind: 'asc' },
  });
  if (!charges.length) throw new DomainError('notFound');
  const [notice] = await noticesOf(charges);
  if (!notice) throw new DomainError('notFound');
  return { body: await drawNotices([notice]), name: `会费交纳通知书-${year}-${notice.name}.pdf` };
}

/**
 * The same of every company that a list shows and that has something to pay, a page each, in one PDF.
 * @throws DomainError `invalid` with words for too many, or none
 */
export async function getNoticesPdf(actor: Actor, filter: ChargeFilter): Promise<{ body: Buffer; name: string }> {
  authorize(actor, 'charge.list', null);
  const { amountFen } = db().charge.fields;
  const open = { state: 'open', heldFen: { lt: amountFen }, companyId: { not: null } } as const;
  const charges = await db().charge.findMany({
    where: { AND: [await whereOf(filter), open] },
    include,
    orderBy: [{ year: 'desc' }, { companyId: 'asc' }, { kind: 'asc' }],
    take: MOST_NOTICES * 2 + 1,
  });
  const notices = await noticesOf(charges);
  if (!notices.length) throw new DomainError('invalid', { text: '这个范围里没有要交费的单位。' });
  if (notices.length > MOST_NOTICES) {
    throw new DomainError('invalid', { text: `超过 ${MOST_NOTICES} 家，请按年度、状态或单位名称分次生成通知书。` });
  }
  return { body: await drawNotices(notices), name: `会费交纳通知书-${notices.length}家.pdf` };
}

async function noticesOf(charges: readonly Charge[]): Promise<DuesNotice[]> {
  const [account, contacts, standards] = await Promise.all([
    findSetting('paymentAccount'),
    findSetting('contacts'),
    db().duesStandard.findMany({ orderBy: { fromYear: 'desc' } }),
  ]);
  if (!account) throw new DomainError('invalid', { text: '收款账户还没有设置，不能生成通知书，请联系协会。' });
  const issuedOn = await today();
  const groups = groupBy(charges);
  return [...groups.values()].flatMap((group) => {
    const [charge] = group;
    if (!charge?.company) return [];
    const { company, year, level } = charge;
    return [
      {
        ...{ name: company.name, uscc: company.uscc, memberNumber: company.member?.number ?? '', year, level, account, issuedOn },
        lines: group.map(({ kind, amountFen, heldFen, state }) => ({
          kind,
          amountFen,
          openFen: state === 'open' ? amountFen - heldFen : 0,
        })),
        dueOn: dayOf(charge.dueOn),
        resolution: standards.find((each) => each.level === level && each.fromYear <= year)?.resolution ?? '',
        memo: transferMemo([year], company.uscc),
        contacts: contacts?.people.map(({ name, phone }) => `${name} ${phone}`).join('，') ?? '',
      },
    ];
  });
}

// A year of a company: its dues and, after a promotion, the top-up.
function groupBy(charges: readonly Charge[]): Map<string, Charge[]> {
  const groups = new Map<string, Charge[]>();
  for (const charge of charges) {
    const key = `${charge.companyId}:${charge.year}`;
    groups.set(key, [...(groups.get(key) ?? []), charge]);
  }
  return groups;
}
