import 'server-only';
import { commitImport } from '../../imports/commit-import';
import type { JobHandler } from '../jobs';

export const handleCommitImport: JobHandler<'commitImport'> = (run) => commitImport(run);
