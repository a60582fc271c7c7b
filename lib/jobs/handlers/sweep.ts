import 'server-only';
import { sweepLimits } from '../../limits/sweep-limits';
import { sweepUploads } from '../../uploads/sweep-uploads';
import type { JobHandler } from '../jobs';

export const handleSweep: JobHandler<'sweep'> = async () => {
  await sweepUploads();
  await sweepLimits();
};
