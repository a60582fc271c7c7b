import 'server-only';
import { sendRefund } from '../../online-payments/send-refund';
import type { JobHandler } from '../jobs';

export const handleSendRefund: JobHandler<'sendRefund'> = ({ refundId }) => sendRefund(refundId);
