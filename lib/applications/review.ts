import 'server-only';
import * as z from 'zod';
import { type Actor, isStaff } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { today } from '../clock';
import { dayInShanghai } from '../days';
import { db } from '../db';
import { type FilingView, viewFiling } from '../dues/filing-view';
import { DomainError } from '../errors';
import type { ApplicationState } from '../generated/prisma/enums';
import { transaction } from '../transaction';
import { type FileView, viewFile } from '../uploads/views';
import { hasOrganisationCheck, hasUsccCheck } from '../uscc';
import { countWorkingDays, loadCalendar } from '../working-days';
import { duesAllow } from './approve-application';
import { companyWords } from './company-words';
import { type CompanyAnswers, companySchema } from './schema';
import { type HistoryEvent, viewEvent } from './views';

export type ReviewView = {
  id: string;
  state: ApplicationState;
  round: number;
  submittedAt: Date;
  waitedDays: number;
  formNumber: string;
  answers: CompanyAnswers;
  words: Awaited<ReturnType<typeof companyWords>>;
  /** What is odd about the credit code, in words; empty when nothing is. */
  usccFlags: string[];
  files: FileView[];
  filing: FilingView | null;
  /** False: approving needs a reason. */
  duesAllow: boolean;
  marks: { target: string; comment: string }[];
  history: HistoryEvent[];
  mayDecide: boolean;
};

const filesShape = z.array(z.object({ id: z.string() }));
const answersShape = z.object({ company: companySchema });

/** An application as it was submitted last, for the reviewer. Each look is audited. @throws DomainError `notFound` */
export async function getReview(actor: Actor, applicationId: string): Promise<ReviewView> {
  const found = await db().application.findUnique({
    where: { id: applicationId },
    include: {
      currentSnapshot: { include: { marks: { orderBy: { createdAt: 'asc' } } } },
      events: { orderBy: { createdAt: 'asc' } },
      filings: { include: { charges: { include: { charge: true } } }, orderBy: { createdAt: 'desc' }, take: 1 },
      charges: { select: { state: true, amountFen: true, allocations: { select: { amountFen: true } } } },
    },
  });
  if (!found) throw new DomainError('notFound');
  authorize(actor, 'application.list', null);
  authorize(actor, 'application.view', found);
  if (!found.currentSnapshot || !found.submittedAt) throw new DomainError('notFound');
  const { company: answers } = answersShape.parse(found.currentSnapshot.answers);
  const [words, files, calendar, day] = await Promise.all([
    companyWords(answers),
    snapshotFiles(found.currentSnapshot.files, applicationId),
    loadCalendar(),
    today(),
  ]);
  if (isStaff(actor))
    await transaction((tx) => recordAudit(tx, actor, { action: 'application.read', record: 'application', recordId: applicationId }));
  const [filing] = found.filings;
  return {
    id: found.id,
    state: found.state,
    round: found.currentSnapshot.round,
    submittedAt: found.submittedAt,
    waitedDays: countWorkingDays(calendar, dayInShanghai(found.submittedAt), day),
    formNumber: found.currentSnapshot.formNumber,
    answers,
    words,
    usccFlags: usccFlags(answers.uscc),
    files,
    filing: filing ? viewFiling(filing) : null,
    duesAllow: duesAllow(found),
    marks: found.currentSnapshot.marks.map(({ target, comment }) => ({ target, comment })),
    history: found.events.map(viewEvent),
    mayDecide: found.state === 'submitted' && isAllowed(actor, 'application.approve', found),
  };
}

/** The files of the submission in their order, and the vouchers as they are now. */
async function snapshotFiles(files: unknown, applicationId: string): Promise<FileView[]> {
  const ids = filesShape.parse(files).map(({ id }) => id);
  const rows = await db().file.findMany({
    where: { OR: [{ id: { in: ids } }, { applicationId, kind: 'transferVoucher', state: { in: ['ready', 'attached'] } }] },
    include: { pages: { orderBy: { page: 'asc' } } },
    orderBy: { position: 'asc' },
  });
  return rows.map(viewFile);
}

function usccFlags(uscc: string): string[] {
  return [
    ...(hasUsccCheck(uscc) ? [] : ['校验位不符']),
    ...(hasOrganisationCheck(uscc) ? [] : ['组织机构代码校验不符']),
    ...(uscc.startsWith('91') ? [] : ['不是企业代码']),
  ];
}
