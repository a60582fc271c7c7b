import type { Job } from 'graphile-worker';
import * as z from 'zod';

/** Every job and the shape of its payload: ids only, the handler loads what it needs. */
export const jobSchemas = {
  sendMessage: z.object({ messageId: z.uuid() }),
  sweep: z.object({}),
  previewImport: z.object({ importId: z.uuid(), run: z.int() }),
  commitImport: z.object({ importId: z.uuid(), run: z.int() }),
  notifyCashier: z.object({ orderNumber: z.string() }),
  sendRefund: z.object({ refundId: z.uuid() }),
  sweepOrders: z.object({}),
  reconcileBills: z.object({}),
  raiseDues: z.object({}),
  sendReminders: z.object({}),
  readReceipts: z.object({ importId: z.uuid() }),
};

export type JobName = keyof typeof jobSchemas;
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>;
export type JobHandler<N extends JobName> = (payload: JobPayload<N>, job: Pick<Job, 'attempts' | 'max_attempts'>) => Promise<void>;
