import 'server-only';
import type { Task } from 'graphile-worker';
import { handleCommitImport } from './handlers/commit-import';
import { handlePreviewImport } from './handlers/preview-import';
import { handleRaiseDues } from './handlers/raise-dues';
import { handleSendMessage } from './handlers/send-message';
import { handleSweep } from './handlers/sweep';
import { type JobName, jobSchemas } from './jobs';

/** Name → schema → handler, for the worker. */
export const taskList: Record<JobName, Task> = {
  sendMessage: (payload, { job }) => handleSendMessage(jobSchemas.sendMessage.parse(payload), job),
  previewImport: (payload, { job }) => handlePreviewImport(jobSchemas.previewImport.parse(payload), job),
  commitImport: (payload, { job }) => handleCommitImport(jobSchemas.commitImport.parse(payload), job),
  raiseDues: (payload, { job }) => handleRaiseDues(jobSchemas.raiseDues.parse(payload ?? {}), job),
  sweep: (payload, { job }) => handleSweep(jobSchemas.sweep.parse(payload ?? {}), job),
};

/** Jobs of every night, at 02:17 in Shanghai, in the worker's own notation (UTC). */
export const dailyJobs: readonly JobName[] = ['sweep'];
/** Jobs of every year, shortly after midnight of 1 January in Shanghai; a server that was off then does it when it is back. */
export const yearlyJobs: readonly JobName[] = ['raiseDues'];

export const crontab = [
  ...dailyJobs.map((name) => `17 18 * * * ${name} ?fill=1d {}`),
  ...yearlyJobs.map((name) => `5 16 31 12 * ${name} ?fill=30d {}`),
].join('\n');
