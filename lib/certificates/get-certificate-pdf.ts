import 'server-only';
import type { Actor } from '../access/actor';
import { canonicalJson, sha256 } from '../audit/record-audit';
import { storage } from '../providers/storage/storage';
import { drawCertificate } from './draw-certificate';
import { getCertificate } from './queries';

/** The certificate as a PDF: drawn once for what it says, then the stored file. @throws DomainError `notFound`, `invalid` */
export async function getCertificatePdf(actor: Actor, companyId: string): Promise<{ body: Buffer; name: string }> {
  const { id, ...printed } = await getCertificate(actor, companyId);
  const key = `certificates/${id}/${sha256(canonicalJson(printed)).slice(0, 32)}.pdf`;
  const name = `会员证-${printed.name}.pdf`;
  const stored = await storage().get(key);
  if (stored) return { body: stored.body, name };
  const body = await drawCertificate(printed);
  await storage().put(key, body, 'application/pdf');
  return { body, name };
}
