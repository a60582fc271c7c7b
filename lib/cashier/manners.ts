/** What the demo's cashier does next: pays with one notice, with a late one, with two, with none; or fails. */
export const manners = ['pay', 'late', 'twice', 'never', 'fail'] as const;
export type Manner = (typeof manners)[number];

export const mannerLabels: Record<Manner, string> = {
  pay: '付款，马上通知',
  late: '付款，20 秒后才通知',
  twice: '付款，通知两次',
  never: '付款，不通知',
  fail: '付款失败',
};
