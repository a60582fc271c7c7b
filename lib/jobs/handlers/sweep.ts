import 'server-only';
import { sweepLimits } from '../../limits/sweep-limits';
import { sweepUploads } from '../../uploads/sweep-uploads';
import type { JobHandler } from '../registry';

export const handleSweep: JobHandler<'sweep'> = async () => {
  await sweepUploads();
  await sweepLimits();
};
