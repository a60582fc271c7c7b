import * as z from 'zod';
import { asList, liaisonSchema } from '../applications/schema';
import { optionalText, personName, requiredText } from '../fields';

const roleSchema = liaisonSchema.pick({ department: true, title: true, email: true }).extend({ companyId: z.uuid() });

/** One's own name, and how one is reached in each company. */
export const correctSchema = z.object({ name: personName, roles: z.preprocess(asList, z.array(roleSchema)) });
export type Correction = z.infer<typeof correctSchema>;

export const askErasureSchema = z.object({ reason: optionalText('原因', 500) });
export const erasureIdSchema = z.object({ requestId: z.uuid() });
export const declineErasureSchema = erasureIdSchema.extend({ reason: requiredText('不予办理的原因', 500) });
