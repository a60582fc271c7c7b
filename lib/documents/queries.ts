import 'server-only';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { DocumentKind } from '../generated/prisma/enums';

export type DocumentView = { id: string; number: number; title: string; body: string; publishedAt: Date };

/** The version in force of 章程 or 隐私政策. @throws DomainError `notFound` before the reference data are in. */
export async function getCurrentDocument(kind: DocumentKind, tx: Tx = db()): Promise<DocumentView> {
  const found = await tx.documentVersion.findFirst({ where: { kind }, orderBy: { number: 'desc' } });
  if (!found) throw new DomainError('notFound');
  const { id, number, title, body, publishedAt } = found;
  return { id, number, title, body, publishedAt };
}
