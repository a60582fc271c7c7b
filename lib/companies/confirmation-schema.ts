import * as z from 'zod';

export const confirmationSchema = z.object({ companyId: z.uuid(), answer: z.enum(['right', 'edit']).default('right') });

export type Confirmation = z.infer<typeof confirmationSchema>;
