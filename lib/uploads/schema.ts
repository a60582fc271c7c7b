import * as z from 'zod';
import { refusalTexts } from '../copy/uploads';
import { duesYear } from '../dues/schema';
import { plainText } from '../plain-text.mjs';
import { ACCEPTED_TYPES, MAX_BYTES } from './limits';

/** Whose document: an application's or a company's, of which a voucher is of a year and a receipt of a filing; or a standard's. */
const owner = {
  ...{ applicationId: z.uuid().optional(), companyId: z.uuid().optional() },
  ...{ duesYear: z.optional(duesYear), filingId: z.uuid().optional(), standardId: z.uuid().optional() },
};

export const createUploadSchema = z.object({
  ...owner,
  kind: z.enum(['applicationForm', 'creditPledge', 'businessLicense', 'transferVoucher', 'memberAttachment', 'receipt', 'duesResolution']),
  name: z.string().transform(plainText).pipe(z.string().trim().min(1).max(255)),
  type: z.enum(ACCEPTED_TYPES, refusalTexts.type),
  bytes: z.number().int().min(1, refusalTexts.empty).max(MAX_BYTES, refusalTexts.tooLarge),
  /** The file that this one takes the place of, once it is accepted. */
  replaces: z.uuid().optional(),
});

export type NewUpload = z.infer<typeof createUploadSchema>;

const filled = z.preprocess((id) => id || undefined, z.uuid().optional());

/** The fields of a plain form beside its files: a field that is left empty was not filled. */
export const plainTargetSchema = createUploadSchema.pick({ kind: true }).extend({
  applicationId: filled,
  companyId: filled,
  standardId: filled,
  replaces: filled,
  duesYear: z.preprocess((year) => year || undefined, z.optional(duesYear)),
  filingId: filled,
  /** Of a receipt: the page to go back to. */
  chargeId: filled,
});

export type PlainTarget = z.infer<typeof plainTargetSchema>;
