import * as z from 'zod/mini';
import { companySchema, liaisonSchema } from '../applications/schema';
import { asList, checkbox, refuseUnconfirmedUscc, requiredText, typed } from '../fields';
import { dayField } from '../members/schema';

const { name, uscc, usccConfirmed, liaisons: _, ...ordinary } = companySchema.shape;

/** A liaison's phone tells who it is; the person changes by 更换联络员 only. */
const contactSchema = z.extend(z.pick(liaisonSchema, { department: true, title: true, email: true }), { mobile: typed() });

/** 企业信息 as a member edits it: the rules of the application's, without what a licence proves. */
export const companyEditSchema = z.object({
  ...ordinary,
  liaisons: z.pipe(z.transform(asList), z.array(contactSchema).check(z.maxLength(2))),
});

export type CompanyEdit = z.infer<typeof companyEditSchema>;

/** The fields of the form, by name. */
export const editFields = Object.keys(companyEditSchema.shape);

/** A new name or credit code, as on the new licence. */
export const renameSchema = z.object({ companyId: z.uuid(), name, uscc, usccConfirmed }).check(z.superRefine(refuseUnconfirmedUscc));

export const companyIdSchema = z.object({ companyId: z.uuid() });
export const changeIdSchema = z.object({ changeId: z.uuid() });
export const askExitSchema = z.extend(companyIdSchema, { reason: requiredText('退会原因', 500) });
export const acceptExitSchema = z.extend(changeIdSchema, { on: dayField('退会日期'), cancelDues: checkbox });
export const declineExitSchema = z.extend(changeIdSchema, { reason: requiredText('不予办理的原因', 500) });
export const undoSchema = z.extend(changeIdSchema, { reason: requiredText('撤销的原因', 500) });
export const returnRenameSchema = z.extend(changeIdSchema, { reason: requiredText('退回的原因', 500) });
