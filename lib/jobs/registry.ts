import 'server-only';
import type { Task } from 'graphile-worker';
import { handleCommitImport } from './handlers/commit-import';
import { handleNotifyCashier } from './handlers/notify-cashier';
import { handlePreviewImport } from './handlers/preview-import';
import { handleRaiseDues } from './handlers/raise-dues';
import { handleReadReceipts } from './handlers/read-receipts';
import { handleReconcileBills } from './handlers/reconcile-bills';
import { handleSendMessage } from './handlers/send-message';
import { handleSendRefund } from './handlers/send-refund';
import { handleSendReminders } from './handlers/send-reminders';
import { handleSweep } from './handlers/sweep';
import { handleSweepOrders } from './handlers/sweep-orders';
import { type JobName, jobSchemas } from './jobs';

/** Name → schema → handler, for the worker. */
export const taskList: Record<JobName, Task> = {
  sendMessage: (payload, { job }) => handleSendMessage(jobSchemas.sendMessage.parse(payload), job),
  previewImport: (payload, { job }) => handlePreviewImport(jobSchemas.previewImport.parse(payload), job),
  commitImport: (payload, { job }) => handleCommitImport(jobSchemas.commitImport.parse(payload), job),
  raiseDues: (payload, { job }) => handleRaiseDues(jobSchemas.raiseDues.parse(payload ?? {}), job),
  sendRefund: (payload, { job }) => handleSendRefund(jobSchemas.sendRefund.parse(payload), job),
  sendReminders: (payload, { job }) => handleSendReminders(jobSchemas.sendReminders.parse(payload ?? {}), job),
  sweepOrders: (payload, { job }) => handleSweepOrders(jobSchemas.sweepOrders.parse(payload ?? {}), job),
  reconcileBills: (payload, { job }) => handleReconcileBills(jobSchemas.reconcileBills.parse(payload ?? {}), job),
  notifyCashier: (payload, { job }) => handleNotifyCashier(jobSchemas.notifyCashier.parse(payload), job),
  readReceipts: (payload, { job }) => handleReadReceipts(jobSchemas.readReceipts.parse(payload), job),
  sweep: (payload, { job }) => handleSweep(jobSchemas.sweep.parse(payload ?? {}), job),
};

type Recurring = {
  name: JobName;
  /** In the worker's own notation (UTC), with how far back a missed run is made up for. */
  cron: string;
  /** The same for a host without resident processes, as PostgreSQL counts. */
  every: string;
};

export const recurringJobs: readonly Recurring[] = [
  { name: 'sweep', cron: '17 18 * * * {} ?fill=1d', every: '1 day' },
  { name: 'sweepOrders', cron: '*/5 * * * * {}', every: '5 minutes' },
  // Every hour it looks at what is due; a server that was off sends the latest stage when it is back.
  { name: 'sendReminders', cron: '20 * * * * {}', every: '1 hour' },
  // After ten in the morning in Shanghai the bill of the day before is there (facts 5).
  { name: 'reconcileBills', cron: '47 2 * * * {} ?fill=1d', every: '1 day' },
];
/** Jobs of every year, shortly after midnight of 1 January in Shanghai; a server that was off then does it when it is back. */
export const yearlyJobs: readonly JobName[] = ['raiseDues'];

export const crontab = [
  ...recurringJobs.map(({ name, cron }) => cron.replace('{}', name)).map((line) => `${line} {}`),
  ...yearlyJobs.map((name) => `5 16 31 12 * ${name} ?fill=30d {}`),
].join('\n');
