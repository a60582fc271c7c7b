import * as z from 'zod';
import { attachment, defineRoute, fileResponse } from '@/lib/actions/define-route';
import { getCertificatePdf } from '@/lib/certificates/get-certificate-pdf';
import { DomainError } from '@/lib/errors';

/** 下载电子会员证. */
export const GET = defineRoute<{ companyId: string }>(async ({ actor, params }) => {
  const companyId = z.uuid().safeParse(params.companyId);
  if (!companyId.success) throw new DomainError('notFound');
  const { body, name } = await getCertificatePdf(actor, companyId.data);
  return fileResponse(body, 'application/pdf', attachment(name));
});
