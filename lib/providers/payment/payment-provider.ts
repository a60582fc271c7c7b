import type { Day } from '../../days';

/** What is to be paid. `orderNumber` is ours: letters and digits, at most 64, never given twice. */
export type Order = {
  orderNumber: string;
  amountFen: number;
  subject: string;
  /** After so many minutes the provider takes no money for it any more. */
  minutes: number;
};

/** What the provider says of an order. A trade once `paid` never goes back to `waiting`; `closed` means unpaid for good, or refunded in full. */
export type Trade = {
  orderNumber: string;
  /** The provider's own number; empty until somebody began to pay. */
  tradeNumber: string;
  state: 'waiting' | 'paid' | 'closed';
  amountFen: number;
  paidAt: Date | null;
};

export type Refund = {
  orderNumber: string;
  amountFen: number;
  reason: string /** Ours: the same number again is the same refund. */;
  refundNumber: string;
};

/** One movement on a day's bill; a refund is negative and carries its refund number. */
export type BillLine = { orderNumber: string; tradeNumber: string; amountFen: number; refundNumber: string };

/** The provider said no, or nothing that can be believed. The same request may be made again. */
export class PaymentUnavailable extends Error {}

/** Takes payments online. All amounts in fen. Methods throw `PaymentUnavailable` when the provider cannot be asked. */
export interface PaymentProvider {
  /** Stands in addresses and in the database. */
  readonly name: 'embedded' | 'alipay';
  readonly label: string;
  /** Where the payer's browser is sent. Coming back to `returnUrl` says nothing about the money. */
  checkout(order: Order, urls: { returnUrl: string; notifyUrl: string }): Promise<string>;
  /** What a notice says, from its raw body; null unless it is genuine, whole, and meant for this association's account. */
  readNotice(body: string): Trade | null;
  /** The body that tells the provider that a notice was taken, once it is committed. */
  readonly noticeTaken: string;
  /** Null for an order of which the provider has never heard: nobody opened its page. */
  query(orderNumber: string): Promise<Trade | null>;
  /** True once the money is on its way back; false when the provider does not know yet: ask again with the same number. */
  refund(refund: Refund): Promise<boolean>;
  /** Every payment and refund of a day that is over; null while the bill is not ready. */
  listBill(day: Day): Promise<BillLine[] | null>;
}
