import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import { type FileView, viewFile } from '../uploads/views';
import { type DueView, viewer } from './list-due';
import { selectDue } from './select-due';

export type DueDetail = DueView & {
  /** Each year's part, where one transfer was for several. */
  parts: { chargeId: string; year: number; amountFen: number }[];
  files: FileView[];
  nextId: string | null;
  mayRecord: boolean;
};

/** One receipt that is to be issued, with the PDF that lies ready, and the next one. @throws DomainError `notFound` also once it is issued */
export async function getDue(actor: Actor, chargeId: string): Promise<DueDetail> {
  authorize(actor, 'receipt.list', null);
  const all = await selectDue();
  const at = all.findIndex(({ chargeIds }) => chargeIds.includes(chargeId));
  const due = all[at];
  if (!due) throw new DomainError('notFound');
  const { filingId, companyId, applicationId } = due;
  const [view, charges, files] = await Promise.all([
    viewer(),
    db().charge.findMany({ where: { id: { in: due.chargeIds } }, orderBy: [{ year: 'asc' }, { id: 'asc' }] }),
    db().file.findMany({
      where: { kind: 'receipt', state: 'ready', filingId, companyId, applicationId },
      include: { pages: { orderBy: { page: 'asc' } } },
    }),
  ]);
  return {
    ...view(due),
    parts: charges.map(({ id, year, heldFen }) => ({ chargeId: id, year, amountFen: heldFen })),
    files: files.map(viewFile),
    nextId: (all[at + 1] ?? all.find((each) => each !== due))?.id ?? null,
    mayRecord: isAllowed(actor, 'receipt.record', null),
  };
}

/** The most pressing receipt that is to be issued: after one comes the next. */
export async function findNextDue(actor: Actor): Promise<string | null> {
  authorize(actor, 'receipt.list', null);
  const [first] = await selectDue();
  return first?.id ?? null;
}
