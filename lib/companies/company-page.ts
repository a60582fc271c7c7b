import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { CompanyAnswers } from '../applications/schema';
import { today } from '../clock';
import { type Day, dayOf, toColumn } from '../days';
import { db } from '../db';
import type { LiaisonOrder } from '../generated/prisma/enums';
import { type ChangeView, changeViewer } from './change-views';
import { type LoadedCompany, loadCompany } from './load-company';
import { OPEN_REQUEST } from './states';

export type CouncilSeatView = { id: string; position: string; person: string; title: string; term: string; from: Day; to: Day | null };

/** 企业信息 as a member and staff read it. */
export type CompanyPage = {
  answers: CompanyAnswers;
  /** 待验证: the liaisons whose phone has not been answered for. */
  unproven: LiaisonOrder[];
  /** Names of before, the latest first. */
  oldNames: { name: string; from: Day | null; to: Day | null }[];
  /** 理事信息: who holds the company's seats today. */
  seats: CouncilSeatView[];
  /** A change of name that is not decided yet, with what was said when it was returned. */
  request: ChangeView | null;
  /** 退会申请 that staff have yet to decide. */
  exit: ChangeView | null;
  /** Who changed what, the latest first. */
  changes: ChangeView[];
};

/** @throws DomainError `notFound` */
export async function getCompanyPage(actor: Actor, companyId: string): Promise<CompanyPage> {
  authorize(actor, 'company.view', { companyId });
  const day = toColumn(await today());
  const [company, names, seats, rows, view] = await Promise.all([
    loadCompany(db(), companyId),
    db().companyName.findMany({ where: { companyId, to: { not: null } }, orderBy: { to: 'desc' } }),
    db().councilSeat.findMany({
      where: { member: { companyId }, from: { lte: day }, OR: [{ to: null }, { to: { gte: day } }] },
      orderBy: { from: 'desc' },
    }),
    db().companyChange.findMany({
      where: { companyId },
      include: { events: { orderBy: { createdAt: 'asc' } } },
      orderBy: { madeAt: 'desc' },
      take: 100,
    }),
    changeViewer(),
  ]);
  const changes = rows.map(view);
  return {
    answers: answersOf(company),
    unproven: company.liaisons.flatMap(({ order, accountId }) => (accountId ? [] : [order])),
    oldNames: names.map(({ name, from, to }) => ({ name, from: from && dayOf(from), to: to && dayOf(to) })),
    seats: seats.map(({ id, position, person, title, term, from, to }) => ({
      ...{ id, position, person, title, term, from: dayOf(from), to: to && dayOf(to) },
    })),
    request: changes.find(({ kind, state }) => kind === 'request' && OPEN_REQUEST.includes(state)) ?? null,
    exit: changes.find(({ kind, state }) => kind === 'exit' && state === 'pending') ?? null,
    changes,
  };
}

function answersOf(company: LoadedCompany): CompanyAnswers {
  const { name, uscc, industry, field, provinceCode, cityCode, address, postcode } = company;
  const { legalRepresentative, companyType, affiliation, profile, qualifications } = company;
  return {
    ...{ name, uscc, usccConfirmed: true, industry, field, provinceCode, cityCode, address, postcode },
    ...{ legalRepresentative, companyType, affiliation, profile, qualifications },
    liaisons: company.liaisons.map(({ order, name: person, department, title, mobile, email }) => ({
      ...{ order, name: person, department, title, mobile, email },
    })),
  };
}
