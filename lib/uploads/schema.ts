import * as z from 'zod';
import { refusalTexts } from '../copy/uploads';
import { ACCEPTED_TYPES, MAX_BYTES } from './limits';

export const createUploadSchema = z.object({
  applicationId: z.uuid(),
  kind: z.enum(['applicationForm', 'creditPledge', 'businessLicense', 'transferVoucher']),
  name: z.string().trim().min(1).max(255),
  type: z.enum(ACCEPTED_TYPES, refusalTexts.type),
  bytes: z.number().int().min(1, refusalTexts.empty).max(MAX_BYTES, refusalTexts.tooLarge),
  /** The file that this one takes the place of, once it is accepted. */
  replaces: z.uuid().optional(),
});

export type NewUpload = z.infer<typeof createUploadSchema>;

/** The fields of a plain form beside its files: a field that is left empty was not filled. */
export const plainTargetSchema = createUploadSchema
  .pick({ applicationId: true, kind: true })
  .extend({ replaces: z.preprocess((id) => id || undefined, z.uuid().optional()) });

export type PlainTarget = z.infer<typeof plainTargetSchema>;
