import type { ChargeFilter } from '../dues/list-charges';
import type { LeftOut } from '../dues/raise-dues';
import type { ChargeEventName, FilingEventName, RefundEventName } from '../dues/states';
import type { BusinessStatus, DuesStatus } from '../dues/views';
import type { ChargeDecision, ChargeKind, DifferenceKind, FilingState, Level, PaymentSource, RefundState } from '../generated/prisma/enums';
import type { Tone } from './applications';

export const levelLabels: Record<Level, string> = {
  ordinaryMember: '普通会员',
  councilMember: '理事单位',
  standingCouncilMember: '常务理事单位',
  vicePresident: '副会长单位',
};

export const duesStatusLabels: Record<DuesStatus, { text: string; tone: Tone }> = {
  unpaid: { text: '待交费', tone: 'warn' },
  paid: { text: '已交费', tone: 'ok' },
  waived: { text: '免交', tone: 'plain' },
  toRefund: { text: '待退费', tone: 'warn' },
  refunded: { text: '已退费', tone: 'plain' },
  cancelled: { text: '已取消', tone: 'plain' },
};

export const businessStatusLabels: Record<BusinessStatus, string> = {
  none: '未提交',
  pending: '待确认',
  returned: '已退回',
  unfiled: '待补登记',
  confirmed: '已确认',
};

const WITHOUT_BUSINESS: readonly DuesStatus[] = ['waived', 'toRefund', 'refunded', 'cancelled'];

/** 业务状态 of a row; none where nothing is paid in any more, save what was filed and waits for its answer. */
export function businessText({ status, business }: { status: DuesStatus; business: BusinessStatus }): string {
  return WITHOUT_BUSINESS.includes(status) && business !== 'pending' ? '—' : businessStatusLabels[business];
}

export const methodLabels: Record<'bank' | 'online', string> = { bank: '银行汇款', online: '支付宝' };

export const filingStateLabels: Record<FilingState, { text: string; tone: Tone }> = {
  pending: { text: '待确认', tone: 'info' },
  confirmed: { text: '已确认', tone: 'ok' },
  returned: { text: '已退回', tone: 'warn' },
};

/** What finance is asked to look at in a filing, beside sums that are over or short. */
export const filingMarkLabels = { isSerialUsed: '流水号重复', isOtherLevel: '级别不同' } as const;

export const filingEventLabels: Record<FilingEventName | 'file', string> = {
  file: '填写汇款信息',
  confirm: '确认到账',
  return: '退回',
  refile: '重新填写汇款信息',
  void: '撤销到账',
};

export const chargeKindLabels: Record<ChargeKind, string> = { standard: '年度会费', topUp: '升级补差' };

/** 2026 年度会费, 2026 年度升级补差. */
export function chargeTitle({ year, kind }: { year: number; kind: ChargeKind }): string {
  return `${year} 年度${kind === 'topUp' ? chargeKindLabels.topUp : '会费'}`;
}

export const chargeDecisionLabels: Record<ChargeDecision, string> = { waive: '免交', cancel: '取消应交' };

export const chargeEventLabels: Record<ChargeEventName | 'askForRest', string> = {
  ...{ proposeWaive: '申请免交', proposeCancel: '申请取消应交', withdraw: '撤回申请', refuse: '不同意申请', lapse: '全额到账，申请失效' },
  ...{ ...chargeDecisionLabels, reopen: '恢复应交', void: '撤销到账', askForRest: '短信通知补交' },
};

export const chargeFilterLabels: Record<ChargeFilter['status'], string> = {
  all: '全部',
  unpaid: '待交费',
  overdue: '欠费',
  short: '少交',
  unfiled: '待补登记',
  paid: '已交费',
  proposed: '待同意',
  waived: '免交',
  toRefund: '待退费',
  over: '有多交',
};

export const leftOutLabels: Record<LeftOut, string> = {
  raised: '已产生',
  notActive: '不是正常状态的会员',
  joinedLater: '这一年之后入会',
  noStandard: '这一年没有级别或会费标准',
};

export const paymentSourceLabels: Record<PaymentSource, string> = {
  bank: '银行流水',
  online: '在线支付',
  manual: '人工确认',
  import: '旧系统导入',
};

export const refundStateLabels: Record<RefundState, { text: string; tone: Tone }> = {
  requested: { text: '待批准', tone: 'warn' },
  approved: { text: '待退款', tone: 'info' },
  refused: { text: '不退费', tone: 'plain' },
  done: { text: '已退费', tone: 'ok' },
};

export const refundEventLabels: Record<RefundEventName | 'request', string> = {
  request: '发起退费',
  approve: '同意退费',
  withdraw: '撤回退费',
  refuse: '不同意退费',
  pay: '登记已退',
};

/** The fields of 填写汇款信息, by the names in the form. */
export const filingFieldLabels = {
  titleName: '单位名称',
  titleUscc: '信用代码',
  person: '交费人',
  mobile: '手机号',
  email: '电子邮箱',
  payer: '汇款账户户名',
  payerBank: '汇款开户行',
  payerAccount: '汇款账号',
  paidOn: '汇款日期',
  amount: '汇款金额（元）',
  serial: '银行流水号',
  note: '备注',
} as const;

/** The same of a member's form. */
export const memberFilingFieldLabels = {
  level: '金额',
  otherYears: '同时交纳',
  ...filingFieldLabels,
  serialConfirmed: '银行流水号',
} as const;

/** Where the payment provider's word and ours are not the same, and what to do about it. */
export const differenceLabels: Record<DifferenceKind, { text: string; advice: string }> = {
  unknownOrder: { text: '有款无单', advice: '支付方收到一笔款，本系统没有这个订单。请在支付方后台查明付款人，再登记到账或退款。' },
  amount: { text: '金额不符', advice: '实收金额与订单不同，没有记入会费。请在支付方后台核对，再登记到账或退款。' },
  secondTrade: { text: '重复付款', advice: '同一订单又收到一笔款，没有记入会费。请在支付方后台退回多付的一笔。' },
  notOnBill: { text: '有单无款', advice: '本系统记为已付，支付方账单中没有。请在支付方后台核对这笔交易。' },
  unknownRefund: { text: '退款不符', advice: '支付方账单中有一笔退款，不是由本系统发起的，或金额不同。请核对后补登记。' },
};
