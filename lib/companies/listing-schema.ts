import * as z from 'zod';
import { checkbox } from '../fields';

export const listingSchema = z.object({ companyId: z.uuid(), listed: checkbox });

export type Listing = z.infer<typeof listingSchema>;
