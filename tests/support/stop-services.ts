import { runInNewProcess } from './run-in-new-process';

export default async function stopServices(): Promise<void> {
  if (process.env.TEST_FOLDER) await runInNewProcess('stop-template.ts', process.env.TEST_FOLDER);
}
