import * as z from 'zod';
import { isDay } from '../days';

/** A stage, and the day for which the page showed it. */
export const sendStageSchema = z.object({
  stage: z.coerce.number().int().min(-366).max(366),
  on: z.string().refine(isDay),
});
