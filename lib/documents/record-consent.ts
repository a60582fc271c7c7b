import 'server-only';
import type { Tx } from '../db';
import type { DocumentKind } from '../generated/prisma/enums';
import { getCurrentDocument } from './queries';

/** Records that an account agreed to the current version of a document: which, when, from where (PIPL 14, 17). */
export async function recordConsent(tx: Tx, consent: { accountId: string; kind: DocumentKind; address: string }): Promise<{ id: string }> {
  const { id: documentVersionId } = await getCurrentDocument(consent.kind, tx);
  return tx.consent.create({ data: { accountId: consent.accountId, documentVersionId, address: consent.address }, select: { id: true } });
}
