import * as z from 'zod/mini';
import { liaisonSchema } from '../applications/schema';
import { asList, optionalText, personName, requiredText } from '../fields';

const roleSchema = z.extend(z.pick(liaisonSchema, { department: true, title: true, email: true }), { companyId: z.uuid() });

/** One's own name, and how one is reached in each company. */
export const correctSchema = z.object({ name: personName, roles: z.pipe(z.transform(asList), z.array(roleSchema)) });
export type Correction = z.infer<typeof correctSchema>;

export const askErasureSchema = z.object({ reason: optionalText('原因', 500) });
export const erasureIdSchema = z.object({ requestId: z.uuid() });
export const declineErasureSchema = z.extend(erasureIdSchema, { reason: requiredText('不予办理的原因', 500) });
