import 'server-only';
import { yearOf } from '../days';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Prisma } from '../generated/prisma/client';
import type { AnswersStep } from './answers';
import { outdatedStamps, type Stamp, stampsOf } from './form-number';
import { journeyOf, type StepStatus } from './journey';
import type { StampedKind } from './printed';

/** All of an application that its applicant works on. */
export const draftInclude = {
  registrant: { select: { id: true, name: true, phone: true } },
  answers: true,
  files: {
    where: { state: { in: ['ready', 'attached'] } },
    orderBy: { position: 'asc' },
    include: { pages: { orderBy: { page: 'asc' } } },
  },
  filings: { orderBy: { createdAt: 'desc' }, take: 1 },
  charges: { select: { id: true, year: true, state: true, amountFen: true, allocations: { select: { amountFen: true } } } },
  currentSnapshot: {
    select: {
      id: true,
      round: true,
      answers: true,
      files: true,
      marks: { select: { target: true, comment: true }, orderBy: { createdAt: 'asc' } },
    },
  },
  events: { where: { event: 'return' }, orderBy: { createdAt: 'desc' }, take: 1, select: { reason: true } },
} satisfies Prisma.ApplicationInclude;

export type LoadedApplication = Prisma.ApplicationGetPayload<{ include: typeof draftInclude }>;

/** What a command needs to know before it decides. Call `authorize` with it first. @throws DomainError `notFound` */
export async function loadApplication(tx: Tx, id: string) {
  const found = await tx.application.findUnique({ where: { id }, include: draftInclude });
  if (!found) throw new DomainError('notFound');
  return found;
}

/** Until the transaction ends, nobody else adds a file or decides. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Application" WHERE "id" = ${applicationId}::uuid FOR UPDATE`;
}

/** The journey of a loaded application, for the pages and for the command that submits it. */
export function journeyFor(found: LoadedApplication, day: string): StepStatus[] {
  return journeyOf({
    charterAgreed: found.charterConsentId !== null,
    company: answersOf(found, 'company')?.data,
    dues: answersOf(found, 'dues'),
    files: found.files,
    outdated: outdatedStamps(stampsFor(found)).length,
    filing: found.filings[0] ?? null,
    collectBeforeApproval: found.collectBeforeApproval,
    year: duesYearOf(found, day),
    today: day,
  });
}

export function stampsFor(found: LoadedApplication): Record<StampedKind, Stamp> {
  return stampsOf(answersOf(found, 'company')?.data, found.files);
}

export function answersOf(found: LoadedApplication, step: AnswersStep) {
  return found.answers.find((row) => row.step === step) ?? null;
}

/** The year whose dues this application files: fixed once charged, until then the current one. */
export function duesYearOf(found: LoadedApplication, day: string): number {
  return found.charges[0]?.year ?? yearOf(day);
}

/** The name typed so far; while a draft it may be anything. */
export function companyNameOf(found: LoadedApplication): string {
  const data = answersOf(found, 'company')?.data;
  const name = data && typeof data === 'object' && !Array.isArray(data) ? data.name : null;
  return typeof name === 'string' && name ? name : '未填写单位名称';
}
