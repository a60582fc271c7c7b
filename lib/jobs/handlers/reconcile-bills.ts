import 'server-only';
import { reconcileBills } from '../../online-payments/reconcile-bill';
import type { JobHandler } from '../jobs';

export const handleReconcileBills: JobHandler<'reconcileBills'> = () => reconcileBills();
