import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { loadApplication, lockApplication } from '../applications/queries';
import { lockCompany } from '../companies/lock-company';
import { findOpenRequest } from '../companies/open-request';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { FileKind, Prisma } from '../generated/prisma/client';
import { requireChangeable } from './changeable';

/** Whose document of which kind; of an application or of a company. */
type DocumentRef = { kind: FileKind; applicationId?: string | null; companyId?: string | null };

/** One document: what its files have in common. */
export type OpenDocument = { kind: FileKind; applicationId: string | null; companyId: string | null; changeId: string | null };

/**
 * Locks what a document belongs to, and makes sure that its files may be changed by this person and now.
 * @throws DomainError `notFound`, `forbidden`, `notEditable`
 */
export async function openDocument(tx: Tx, actor: AccountActor, { kind, applicationId, companyId }: DocumentRef): Promise<OpenDocument> {
  if (applicationId) {
    await lockApplication(tx, applicationId);
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'file.change', { kind, companyId: null, application });
    requireChangeable(kind, application);
    return { kind, applicationId, companyId: null, changeId: null };
  }
  if (!companyId) throw new DomainError('notFound');
  authorize(actor, 'file.change', { kind, companyId, application: null });
  await lockCompany(tx, companyId);
  if (kind === 'memberAttachment') return { kind, applicationId: null, companyId, changeId: null };
  const request = await findOpenRequest(tx, companyId);
  // A company's only document of its own is the licence of its next request; while staff have it, it stays as it is.
  if (kind !== 'businessLicense' || request?.state === 'pending') throw new DomainError('notEditable');
  return { kind, applicationId: null, companyId, changeId: request?.id ?? null };
}

/** Attachments are any number of files, each by itself; everything else is one document of one PDF or several pages. */
export function isOneDocument(kind: FileKind): boolean {
  return kind !== 'memberAttachment';
}

/** The files that count among a document's. */
export function filesOf(document: OpenDocument): Prisma.FileWhereInput {
  return { ...document, state: { in: ['ready', 'attached'] } };
}
