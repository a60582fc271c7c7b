import * as z from 'zod';
import { defineRoute, fileResponse } from '@/lib/actions/define-route';
import { getCertificatePicture } from '@/lib/certificates/get-certificate-picture';
import { DomainError } from '@/lib/errors';

/** The certificate's picture, to look at before downloading it. */
export const GET = defineRoute<{ companyId: string }>(async ({ actor, params }) => {
  const companyId = z.uuid().safeParse(params.companyId);
  if (!companyId.success) throw new DomainError('notFound');
  const { body, type } = await getCertificatePicture(actor, companyId.data);
  return fileResponse(body, type, 'inline');
});
