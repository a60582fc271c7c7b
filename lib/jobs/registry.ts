import 'server-only';
import type { Task } from 'graphile-worker';
import { handleCommitImport } from './handlers/commit-import';
import { handlePreviewImport } from './handlers/preview-import';
import { handleSendMessage } from './handlers/send-message';
import { handleSweep } from './handlers/sweep';
import { type JobName, jobSchemas } from './jobs';

/** Name → schema → handler, for the worker. */
export const taskList: Record<JobName, Task> = {
  sendMessage: (payload, { job }) => handleSendMessage(jobSchemas.sendMessage.parse(payload), job),
  previewImport: (payload, { job }) => handlePreviewImport(jobSchemas.previewImport.parse(payload), job),
  commitImport: (payload, { job }) => handleCommitImport(jobSchemas.commitImport.parse(payload), job),
  sweep: (payload, { job }) => handleSweep(jobSchemas.sweep.parse(payload ?? {}), job),
};

/** Jobs of every night, at 02:17 in Shanghai, in the worker's own notation (UTC). */
export const dailyJobs: readonly JobName[] = ['sweep'];
export const crontab = dailyJobs.map((name) => `17 18 * * * ${name} ?fill=1d {}`).join('\n');
