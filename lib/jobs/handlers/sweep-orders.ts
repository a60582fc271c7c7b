import 'server-only';
import { sweepOrders } from '../../online-payments/sweep-orders';
import type { JobHandler } from '../jobs';

export const handleSweepOrders: JobHandler<'sweepOrders'> = () => sweepOrders();
