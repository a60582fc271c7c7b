import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import { type Day, dayInShanghai, dayOf, toColumn } from '../days';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { DocumentVersion, Prisma } from '../generated/prisma/client';
import type { DocumentKind } from '../generated/prisma/enums';

export type DocumentView = {
  id: string;
  number: number;
  title: string;
  body: string;
  /** What is new in it; empty for the first. */
  summary: string;
  publishedAt: Date;
  /** The first day on which it holds. */
  validFrom: Day;
};

/** The version in force of 章程 or 隐私政策. @throws DomainError `notFound` before the reference data are in */
export async function getCurrentDocument(kind: DocumentKind, tx: Tx = db()): Promise<DocumentView> {
  const found = await tx.documentVersion.findFirst({ where: { kind, ...(await inForce(tx)) }, orderBy: { number: 'desc' } });
  if (!found) throw new DomainError('notFound');
  return viewDocument(found);
}

/** One version, in force, of before or to come: all are public. @throws DomainError `notFound` */
export async function getDocument(kind: DocumentKind, number: number): Promise<DocumentView> {
  const found = await db().documentVersion.findUnique({ where: { kind_number: { kind, number } } });
  if (!found) throw new DomainError('notFound');
  return viewDocument(found);
}

export type DocumentLine = Omit<DocumentView, 'body'> & { inForce: boolean };

/** Every version there was, the latest first. */
export async function listDocuments(kind: DocumentKind): Promise<DocumentLine[]> {
  const rows = await db().documentVersion.findMany({ where: { kind }, orderBy: { number: 'desc' } });
  const current = await getCurrentDocument(kind);
  return rows.map((row) => {
    const { body: _, ...line } = viewDocument(row);
    return { ...line, inForce: line.number === current.number };
  });
}

/** The same for those who publish, with the latest to begin the next from. @throws DomainError `notFound` */
export async function listForStaff(actor: Actor, kind: DocumentKind): Promise<{ versions: DocumentLine[]; latest: DocumentView }> {
  authorize(actor, 'document.list', null);
  const versions = await listDocuments(kind);
  return { versions, latest: await getDocument(kind, versions[0]?.number ?? 1) };
}

/** The privacy policy in force, when this account has yet to agree to it; null when it has. One statement: every page of a member asks. */
export async function findDueConsent(accountId: string): Promise<DocumentView | null> {
  const found = await db().documentVersion.findFirst({
    where: { kind: 'privacy', ...(await inForce(db())) },
    orderBy: { number: 'desc' },
    include: { consents: { where: { accountId }, select: { id: true }, take: 1 } },
  });
  if (!found) throw new DomainError('notFound');
  return found.consents.length ? null : viewDocument(found);
}

async function inForce(tx: Tx): Promise<Prisma.DocumentVersionWhereInput> {
  return { OR: [{ validFrom: null }, { validFrom: { lte: toColumn(await today(tx)) } }] };
}

function viewDocument({ id, number, title, body, summary, publishedAt, validFrom }: DocumentVersion): DocumentView {
  return { id, number, title, body, summary, publishedAt, validFrom: validFrom ? dayOf(validFrom) : dayInShanghai(publishedAt) };
}
