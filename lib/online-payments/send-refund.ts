import 'server-only';
import { today } from '../clock';
import { db } from '../db';
import { settleRefund } from '../dues/refund-dues';
import { onlinePayment } from '../providers/payment/payment';

/**
 * Gives money back the way it came, once the refund is agreed to: the provider is asked under the refund's own number, so that
 * asking again is the same refund, and our books follow when the provider says that it is done. Throws while it is not: the
 * job tries again.
 */
export async function sendRefund(refundId: string): Promise<void> {
  const refund = await db().refund.findUnique({ where: { id: refundId }, include: { payment: { include: { onlineOrder: true } } } });
  const order = refund?.payment.onlineOrder;
  if (refund?.state !== 'approved' || !order) return;
  const provider = onlinePayment();
  if (provider?.name !== order.provider) throw new Error(`the provider ${order.provider} is not configured`);
  const refundNumber = refundId.replaceAll('-', '');
  const done = await provider.refund({ orderNumber: order.orderNumber, amountFen: refund.amountFen, reason: refund.reason, refundNumber });
  if (!done) throw new Error('the provider has not finished the refund yet');
  await settleRefund({ kind: 'system', name: provider.label }, { refundId, paidOn: await today(), serial: refundNumber });
}
