import * as z from 'zod';
import { type Day, formatDay } from '../days';
import { maskMobile } from '../fields';
import { ChangeState, ChargeState, Level, LiaisonOrder, MessageState, ReceiptState } from '../generated/prisma/enums';
import { formatFen } from '../money';
import { applicationEventLabels, companyFieldLabels, liaisonOrderLabels } from './applications';
import { changeFieldLabels, changeStateLabels, changeValueLabel } from './companies';
import { chargeEventLabels, filingEventLabels, levelLabels } from './dues';
import { memberEventLabels } from './members';
import { isMessageTemplate, messageTexts } from './messages';

const text = z.string();
const reason = text.nullable();
const by = text;

/** What a line of a member's history is made from. */
export const timelineFacts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('application'), event: text, by, reason }),
  z.object({ kind: z.literal('state'), event: text, on: text, by, reason }),
  z.object({ kind: z.literal('level'), level: z.enum(Level), from: text, reason: text, resolution: reason }),
  z.object({ kind: z.literal('name'), name: text }),
  z.object({ kind: z.literal('certificate'), number: text, level: z.enum(Level) }),
  z.object({
    ...{ kind: z.literal('charge'), year: z.number(), topUp: z.boolean(), amountFen: z.number() },
    ...{ level: z.enum(Level), state: z.enum(ChargeState), reason },
  }),
  z.object({ kind: z.literal('decision'), event: text, year: z.number(), topUp: z.boolean(), by, reason }),
  z.object({ kind: z.literal('filing'), event: text, amountFen: z.number(), by, reason }),
  z.object({ kind: z.literal('payment'), amountFen: z.number(), paidOn: text }),
  z.object({ kind: z.literal('receipt'), code: text, number: text, amountFen: z.number(), issuedOn: text, state: z.enum(ReceiptState) }),
  z.object({ kind: z.literal('liaison'), order: z.enum(LiaisonOrder), name: text, ended: z.boolean() }),
  z.object({ kind: z.literal('seat'), position: text, person: text, title: text, term: text, from: text, to: reason }),
  z.object({ kind: z.literal('file'), name: text, by }),
  z.object({ kind: z.literal('membership'), by, reason, before: z.record(text, z.unknown()), after: z.record(text, z.unknown()) }),
  z.object({ kind: z.literal('edit'), by, before: z.record(text, z.unknown()), after: z.record(text, z.unknown()) }),
  z.object({
    kind: z.literal('change'),
    field: text,
    state: z.enum(ChangeState),
    by,
    before: z.record(text, z.unknown()),
    after: z.record(text, z.unknown()),
  }),
  z.object({ kind: z.literal('message'), template: text, phone: text, parameters: z.record(text, text), state: z.enum(MessageState) }),
]);

export type TimelineFacts = z.infer<typeof timelineFacts>;
type Of<K extends TimelineFacts['kind']> = Extract<TimelineFacts, { kind: K }>;
type Line = { title: string; detail?: string | null; by?: string };

const named = (labels: Record<string, string>, name: string) => labels[name] ?? name;
const listed = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(' · ');
const until = (from: Day, to: Day | null) => `${formatDay(from)}${to ? ` 至 ${formatDay(to)}` : ' 起'}`;

const chargeStates: Record<ChargeState, string> = { open: '', waived: '免交', cancelled: '已取消' };
const messageStates: Record<MessageState, string> = { waiting: '待发送', sent: '已发送', failed: '没有发出', dropped: '没有发出' };

const lines: { [K in TimelineFacts['kind']]: (facts: Of<K>) => Line } = {
  application: ({ event, ...rest }) => ({ title: named(applicationEventLabels, event), detail: rest.reason, by: rest.by }),
  state: ({ event, on, ...rest }) => ({
    // On the page of the member that the other one became part of.
    title: event === 'merge' ? '并入重复的会员记录' : named(memberEventLabels, event),
    detail: listed(`${formatDay(on)} 起`, rest.reason),
    by: rest.by,
  }),
  level: ({ level, from, resolution, ...rest }) => ({
    title: `级别：${levelLabels[level]}`,
    detail: listed(`${formatDay(from)} 起`, rest.reason, resolution),
  }),
  name: ({ name }) => ({ title: '名称变更', detail: `此前名称为 ${name}` }),
  certificate: ({ number, level }) => ({ title: '签发会员证', detail: listed(`编号 ${number}`, levelLabels[level]) }),
  charge: ({ year, topUp, amountFen, level, state, ...rest }) => ({
    title: `${year} 年度${topUp ? '补差' : '会费'} ${formatFen(amountFen)}`,
    detail: listed(levelLabels[level], chargeStates[state], rest.reason),
  }),
  decision: ({ event, year, topUp, ...rest }) => ({
    title: `${named(chargeEventLabels, event)}：${year} 年度${topUp ? '补差' : '会费'}`,
    detail: rest.reason,
    by: rest.by,
  }),
  filing: ({ event, amountFen, ...rest }) => ({
    title: `${named(filingEventLabels, event)} ${formatFen(amountFen)}`,
    detail: rest.reason,
    by: rest.by,
  }),
  payment: ({ amountFen, paidOn }) => ({
    title: `${amountFen < 0 ? '退费' : '到账'} ${formatFen(Math.abs(amountFen))}`,
    detail: formatDay(paidOn),
  }),
  receipt: ({ code, number, amountFen, issuedOn, state }) => ({
    title: `电子票据 ${formatFen(amountFen)}`,
    detail: listed(`代码 ${code} 号码 ${number}`, `${formatDay(issuedOn)} 开具`, state === 'reversed' && '已冲红'),
  }),
  liaison: ({ order, name, ended }) => ({ title: `${liaisonOrderLabels[order]}${ended ? '卸任' : '开始'}`, detail: name }),
  seat: ({ position, person, title, term, from, to }) => ({
    title: `席位：${position} ${person}`,
    detail: listed(title, term, until(from, to)),
  }),
  file: ({ name, ...rest }) => ({ title: '添加附件', detail: name, by: rest.by }),
  change: ({ field, state, before, after, ...rest }) => ({
    title: `${named(changeFieldLabels, field)}：${changeStateLabels[state].text}`,
    detail: changes(before, after, (name) => changeValueLabel(field, name)),
    by: rest.by,
  }),
  membership: ({ before, after, reason: why, ...rest }) => ({
    title: '更正会员编号和入会日期',
    detail: [changes(before, after), why].filter(Boolean).join('\n'),
    by: rest.by,
  }),
  edit: ({ before, after, ...rest }) => ({ title: '修改企业信息', detail: changes(before, after), by: rest.by }),
  message: ({ template, phone, parameters, state }) => ({
    title: `短信 ${maskMobile(phone)}（${messageStates[state]}）`,
    detail: isMessageTemplate(template) ? messageTexts[template](parameters) : '',
  }),
};

/** A fact as a person reads it. */
export function describeEntry(facts: TimelineFacts): { title: string; detail: string; by: string } {
  const line = lineOf(facts);
  return { title: line.title, detail: line.detail ?? '', by: line.by ?? '' };
}

function lineOf<K extends TimelineFacts['kind']>(facts: Of<K>): Line {
  const line: (given: Of<K>) => Line = lines[facts.kind as K];
  return line(facts);
}

const corrected: Record<string, string> = { ...companyFieldLabels, number: '会员编号', joinedOn: '入会日期' };

function changes(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  labelOf = (name: string) => named(corrected, name),
): string {
  return Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .map((name) => `${labelOf(name)}：${String(before[name] ?? '') || '（空）'} → ${String(after[name] ?? '')}`)
    .join('\n');
}
