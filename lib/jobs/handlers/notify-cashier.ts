import 'server-only';
import { notifyCashier } from '../../cashier/notify-cashier';
import type { JobHandler } from '../jobs';

export const handleNotifyCashier: JobHandler<'notifyCashier'> = ({ orderNumber }) => notifyCashier(orderNumber);
