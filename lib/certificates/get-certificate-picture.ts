import 'server-only';
import type { Actor } from '../access/actor';
import { sha256 } from '../audit/record-audit';
import { DomainError } from '../errors';
import { storage } from '../providers/storage/storage';
import { readPdf } from '../uploads/read-pdf';
import { getCertificatePdf } from './get-certificate-pdf';

/** The certificate as a JPEG to look at: drawn from its PDF once, then the stored file. @throws DomainError `notFound`, `busy` */
export async function getCertificatePicture(actor: Actor, companyId: string): Promise<{ body: Buffer; type: string }> {
  const { body: pdf } = await getCertificatePdf(actor, companyId);
  const key = `certificates/pictures/${sha256(pdf).slice(0, 32)}.jpg`;
  const type = 'image/jpeg';
  const stored = await storage().get(key);
  if (stored) return { body: stored.body, type };
  const [page] = await readPdf(pdf);
  if (!page) throw new DomainError('notFound');
  await storage().put(key, page.body, type);
  return { body: page.body, type };
}
