import 'server-only';
import { today } from '../../clock';
import { yearOf } from '../../days';
import { raiseDues } from '../../dues/raise-dues';
import type { JobHandler } from '../jobs';

export const handleRaiseDues: JobHandler<'raiseDues'> = async () => {
  await raiseDues({ kind: 'system', name: '年度任务' }, yearOf(await today()));
};
