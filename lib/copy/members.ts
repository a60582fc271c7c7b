import type { VerifiedCertificate } from '../certificates/queries';
import type { MemberState } from '../generated/prisma/enums';
import type { Standing } from '../members/standing';
import type { MemberEventName } from '../members/states';
import type { Tone } from './applications';

export const memberStateLabels: Record<MemberState, { text: string; tone: Tone }> = {
  active: { text: '正常', tone: 'ok' },
  suspended: { text: '暂停', tone: 'warn' },
  withdrawn: { text: '已退会', tone: 'plain' },
  expelled: { text: '已除名', tone: 'bad' },
};

export const standingLabels: Record<Standing['status'], { text: string; tone: Tone }> = {
  settled: { text: '正常', tone: 'ok' },
  pending: { text: '待确认', tone: 'info' },
  unpaid: { text: '待交费', tone: 'warn' },
  overdue: { text: '欠费', tone: 'bad' },
};

/** 会费情况 in one line, with the year that decides. */
export function standingText({ status, year }: Standing): string {
  return year ? `${standingLabels[status].text} ${year} 年度` : standingLabels[status].text;
}

/** What a certificate's holder is told, by today's truth. */
export const verdictTexts: Record<VerifiedCertificate['verdict'], { title: string; text: string; tone: 'ok' | 'warn' | 'bad' }> = {
  valid: { title: '会员证有效', text: '该单位现为协会会员，会员证在有效期内。', tone: 'ok' },
  expired: { title: '会员证已过有效期', text: '该单位为协会会员，但会员证已过有效期，可能尚未交纳会费。', tone: 'warn' },
  replaced: { title: '会员证已换发', text: '该单位的会员证已经换发，这一份不再有效，请查验新的会员证。', tone: 'warn' },
  suspended: { title: '会员资格暂停', text: '该单位的会员资格现处于暂停状态。', tone: 'warn' },
  ended: { title: '会员证已失效', text: '该单位已不是协会会员，会员证失效。', tone: 'bad' },
};

/** What happened to a member, in its history and on the buttons that do it. */
export const memberEventLabels: Record<MemberEventName, string> = {
  suspend: '暂停会员资格',
  withdraw: '办理退会',
  expel: '除名',
  reinstate: '恢复会员资格',
  merge: '并入另一会员',
};

/** What staff should know before they do it. */
export const memberEventHints: Record<MemberEventName, string> = {
  suspend: '暂停期间会员证查验显示“会员资格暂停”，会费照常。',
  withdraw: '退会后会员证失效，不再生成会费，也不再催交。资料和记录都保留，以后可以恢复。',
  expel: '除名后会员证失效，不再生成会费，也不再催交。资料和记录都保留，以后可以恢复。',
  reinstate: '恢复后状态为“正常”，会员证重新有效，会费从下次生成起照常。',
  merge: '资料、联络员、会费和文件移到另一会员，这一条不再单独显示。',
};

/** What has just been done, above the page that one is led to; by the name in its address. */
export const savedTexts: Record<string, string> = {
  company: '企业信息已保存。名称或信用代码改了的，已换发会员证。',
  level: '级别已变更，会员证已换发。',
  merge: '已合并为一家会员。',
  membership: '会员编号和入会日期已更正，会员证已换发。',
  liaison: '联络员已更换。新联络员收到短信，原来的登录已结束。',
};

/** The fields of 理事信息, by the names in the forms. */
export const seatLabels = {
  person: '姓名',
  title: '职务',
  position: '席位',
  term: '届次',
  from: '任职开始日期',
  to: '任期至',
  on: '最后一天',
  reason: '原因',
} as const;
