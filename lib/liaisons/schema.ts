import * as z from 'zod/mini';
import { smsCode } from '../accounts/schema';
import { liaisonSchema } from '../applications/schema';
import { requiredText } from '../fields';

const personSchema = z.omit(liaisonSchema, { order: true });
const flow = z._default(z.string(), '');

/** A person as the company names them. */
export type Person = z.infer<typeof personSchema>;

export const addLiaisonSchema = z.extend(personSchema, { companyId: z.uuid() });
export const liaisonIdSchema = z.object({ liaisonId: z.uuid() });
export const proveLiaisonSchema = z.extend(liaisonIdSchema, { flow, code: smsCode });

/** 更换联络员: the new person, the code on that phone and the code on one's own. */
export const handOverSchema = z.extend(personSchema, { companyId: z.uuid(), flow, code: smsCode, ownFlow: flow, ownCode: smsCode });
export type HandOver = z.infer<typeof handOverSchema>;

/** What a button that has a code sent needs of the form; the rest stays as it was typed. */
export const sendNewCodeSchema = z.looseObject({ companyId: z.uuid(), mobile: personSchema.shape.mobile });
export const sendOwnCodeSchema = z.looseObject({ companyId: z.uuid() });
export const sendProofSchema = z.looseObject({ liaisonId: z.uuid() });

/** By staff, on a stamped letter among the member's attachments. */
export const replaceLiaisonSchema = z.extend(liaisonSchema, {
  companyId: z.uuid(),
  fileId: z.uuid('请选择盖章的函件'),
  reason: requiredText('更换的原因', 500),
});
