import * as z from 'zod';
import { refuseUnconfirmedUscc } from '../accounts/schema';
import type { FormValue } from '../actions/action-state';
import { openFormShape } from '../applications/draft-schema';
import { asList, companySchema, liaisonSchema } from '../applications/schema';
import { checkbox, requiredText, typed } from '../fields';
import { dayField } from '../members/schema';

const { name, uscc, usccConfirmed, liaisons: _, ...ordinary } = companySchema.shape;

/** A liaison's phone tells who it is; the person changes by 更换联络员 only. */
const contactSchema = liaisonSchema.pick({ department: true, title: true, email: true }).extend({ mobile: typed() });

/** 企业信息 as a member edits it: the rules of the application's, without what a licence proves. */
export const companyEditSchema = z.object({ ...ordinary, liaisons: z.preprocess(asList, z.array(contactSchema).max(2)) });

export type CompanyEdit = z.infer<typeof companyEditSchema>;

/** The fields of the form, by name. */
export const editFields = Object.keys(companyEditSchema.shape);

/** The form as it was typed, for whichever company it was opened. */
export const editFormSchema = z.object({ companyId: z.uuid(), ...openFormShape }).catchall(z.custom<FormValue>(() => true));

/** A new name or credit code, as on the new licence. */
export const renameSchema = z.object({ companyId: z.uuid(), name, uscc, usccConfirmed }).superRefine(refuseUnconfirmedUscc);

export const companyIdSchema = z.object({ companyId: z.uuid() });
export const changeIdSchema = z.object({ changeId: z.uuid() });
export const askExitSchema = companyIdSchema.extend({ reason: requiredText('退会原因', 500) });
export const acceptExitSchema = changeIdSchema.extend({ on: dayField('退会日期'), cancelDues: checkbox });
export const declineExitSchema = changeIdSchema.extend({ reason: requiredText('不予办理的原因', 500) });
export const undoSchema = changeIdSchema.extend({ reason: requiredText('撤销的原因', 500) });
export const returnRenameSchema = changeIdSchema.extend({ reason: requiredText('退回的原因', 500) });
