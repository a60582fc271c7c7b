import 'server-only';
import { env } from '../../env';
import { alipayPayment } from './alipay-payment';
import { embeddedPayment } from './embedded-payment';
import type { PaymentProvider } from './payment-provider';

let chosen: PaymentProvider | null | undefined;

/** The configured provider; null where dues are paid by bank transfer only, and then no page speaks of anything else. */
export function onlinePayment(): PaymentProvider | null {
  if (chosen === undefined) chosen = choose();
  return chosen;
}

function choose(): PaymentProvider | null {
  const { PAYMENT, ALIPAY_GATEWAY, ALIPAY_APP_ID = '', ALIPAY_PRIVATE_KEY = '', ALIPAY_PUBLIC_KEY = '', ALIPAY_SELLER_ID = '' } = env();
  if (PAYMENT === 'off') return null;
  if (PAYMENT === 'embedded') return embeddedPayment();
  return alipayPayment({
    gateway: ALIPAY_GATEWAY,
    appId: ALIPAY_APP_ID,
    privateKey: ALIPAY_PRIVATE_KEY,
    alipayPublicKey: ALIPAY_PUBLIC_KEY,
    sellerId: ALIPAY_SELLER_ID,
  });
}
