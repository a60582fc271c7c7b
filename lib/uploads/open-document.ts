import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { loadApplication, lockApplication } from '../applications/load-application';
import { lockCompany } from '../companies/lock-company';
import { findOpenRequest } from '../companies/open-request';
import type { Tx } from '../db';
import { requirePayable } from '../dues/payable';
import { DomainError } from '../errors';
import type { FileKind, Prisma } from '../generated/prisma/client';
import { requireChangeable } from './changeable';

/** Whose document of which kind; of an application, of a company or of a standard of the dues. */
type DocumentRef = {
  kind: FileKind;
  applicationId?: string | null;
  companyId?: string | null;
  duesYear?: number | null;
  filingId?: string | null;
  standardId?: string | null;
};

/** One document: what its files have in common. */
export type OpenDocument = {
  kind: FileKind;
  applicationId: string | null;
  companyId: string | null;
  changeId: string | null;
  /** A member's voucher: of a year's form, or of the filing that finance returned. */
  duesYear?: number | null;
  filingId?: string | null;
  standardId?: string | null;
};

/**
 * Locks what a document belongs to, and makes sure that its files may be changed by this person and now.
 * @throws DomainError `notFound`, `forbidden`, `notEditable`
 */
export async function openDocument(
  tx: Tx,
  actor: AccountActor,
  { kind, applicationId, companyId, duesYear, filingId, standardId }: DocumentRef,
): Promise<OpenDocument> {
  if (kind === 'receipt') return openReceipt(tx, actor, { applicationId, companyId, filingId });
  if (applicationId) {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'file.change', { kind, companyId: null, application });
    requireChangeable(kind, application);
    return { kind, applicationId, companyId: null, changeId: null };
  }
  if (standardId) return openResolution(tx, actor, { kind, standardId });
  if (!companyId) throw new DomainError('notFound');
  authorize(actor, 'file.change', { kind, companyId, application: null });
  await lockCompany(tx, companyId);
  if (kind === 'memberAttachment') return { kind, applicationId: null, companyId, changeId: null };
  if (kind === 'transferVoucher' && (duesYear || filingId)) {
    return { kind, applicationId: null, companyId, changeId: null, ...(await openVoucher(tx, companyId, { duesYear, filingId })) };
  }
  const request = await findOpenRequest(tx, companyId);
  // Beside vouchers a company has one document, the licence of its next request; while staff have it, it stays as it is.
  if (kind !== 'businessLicense' || request?.state === 'pending') throw new DomainError('notEditable');
  return { kind, applicationId: null, companyId, changeId: request?.id ?? null };
}

async function openResolution(
  tx: Tx,
  actor: AccountActor,
  { kind, standardId }: { kind: FileKind; standardId: string },
): Promise<OpenDocument> {
  authorize(actor, 'file.change', { kind, companyId: null, application: null });
  const [found] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "DuesStandard" WHERE "id" = ${standardId}::uuid FOR UPDATE`;
  if (!found || kind !== 'duesResolution') throw new DomainError('notFound');
  return { kind, applicationId: null, companyId: null, changeId: null, standardId };
}

/** Attachments are any number of files, each by itself; everything else is one document of one PDF or several pages. */
export function isOneDocument(kind: FileKind): boolean {
  return kind !== 'memberAttachment';
}

type Receipt = Pick<DocumentRef, 'applicationId' | 'companyId' | 'filingId'>;

/** The PDF of a receipt that is about to be recorded: finance puts it there, beside the filing that says to whom. */
async function openReceipt(tx: Tx, actor: AccountActor, { applicationId = null, companyId = null, filingId = null }: Receipt) {
  const application = applicationId ? await loadApplication(tx, applicationId) : null;
  authorize(actor, 'file.change', { kind: 'receipt', companyId, application });
  const filing = filingId && (await tx.filing.count({ where: { id: filingId, ...(companyId ? { companyId } : { applicationId }) } }));
  if ((filingId && !filing) || (!application && !companyId)) throw new DomainError('notFound');
  return { kind: 'receipt' as const, applicationId, companyId, changeId: null, filingId };
}

type Voucher = Pick<DocumentRef, 'duesYear' | 'filingId'>;

async function openVoucher(tx: Tx, companyId: string, { duesYear, filingId }: Voucher): Promise<Required<Voucher>> {
  if (filingId) {
    const returned = await tx.filing.count({ where: { id: filingId, companyId, state: 'returned' } });
    if (!returned) throw new DomainError('notEditable', { text: '汇款信息已经提交，凭证现在不能修改。' });
    return { duesYear: null, filingId };
  }
  const { filing } = await requirePayable(tx, companyId, duesYear ?? 0);
  return filing ? { duesYear: null, filingId: filing.id } : { duesYear: duesYear ?? null, filingId: null };
}

/**
 * The files that count among a document's. What is attached to a receipt is that receipt's, what is attached to a company and
 * no request of it came with an import: the next one begins anew.
 */
export function filesOf({ duesYear = null, filingId = null, standardId = null, ...document }: OpenDocument): Prisma.FileWhereInput {
  const { kind, applicationId, changeId } = document;
  const isNew = kind === 'receipt' || (kind === 'businessLicense' && !applicationId && !changeId);
  const state: Prisma.FileWhereInput['state'] = { in: isNew ? ['ready'] : ['ready', 'attached'] };
  return { ...document, duesYear, filingId, standardId, state };
}
