import type { ApplicationEventName } from '../applications/states';
import type { ApplicationState, FileKind, LiaisonOrder } from '../generated/prisma/enums';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'plain';

export const applicationStateLabels: Record<ApplicationState, { text: string; tone: Tone }> = {
  draft: { text: '填写中', tone: 'plain' },
  submitted: { text: '待审核', tone: 'warn' },
  returned: { text: '退回修改', tone: 'warn' },
  passed: { text: '待批准', tone: 'info' },
  approved: { text: '通过', tone: 'ok' },
  rejected: { text: '不予通过', tone: 'bad' },
  withdrawn: { text: '已撤回', tone: 'plain' },
};

/** What happened, in a history. */
export const applicationEventLabels: Record<ApplicationEventName, string> = {
  submit: '提交申请',
  return: '退回修改',
  reject: '不予通过',
  pass: '初审通过',
  approve: '审核通过',
  withdraw: '撤回申请',
};

export const fileKindLabels: Record<FileKind, string> = {
  applicationForm: '入会申请表',
  creditPledge: '信用承诺书',
  businessLicense: '营业执照',
  transferVoucher: '汇款凭证',
  memberAttachment: '会员附件',
  receipt: '电子票据',
  duesResolution: '会费标准决议',
};

export const liaisonOrderLabels: Record<LiaisonOrder, string> = { first: '第一联络员', second: '第二联络员' };

/** The fields of 企业信息, by the names in the form. */
export const companyFieldLabels = {
  name: '单位名称',
  uscc: '统一社会信用代码',
  usccConfirmed: '统一社会信用代码',
  industry: '所属行业',
  field: '所属领域',
  provinceCode: '所在省',
  cityCode: '所在市',
  address: '通讯地址',
  postcode: '邮编',
  legalRepresentative: '法定代表人',
  companyType: '企业类型',
  affiliation: '所属系统',
  profile: '企业基本情况',
  liaisons: '联络员',
  qualifications: '资质信息',
} as const;

export const liaisonFieldLabels = {
  order: '联络类型',
  name: '姓名',
  department: '部门',
  title: '职务',
  mobile: '手机',
  email: '邮箱',
} as const;

/** What each document has to look like. */
export const documentHints: Record<'applicationForm' | 'creditPledge' | 'businessLicense', string> = {
  applicationForm: '填报、盖章后扫描',
  creditPledge: '盖章后扫描',
  businessLicense: '扫描件，不需要盖章',
};

/** Where the applicant stands and what comes next. */
export const applicationStateTexts: Record<ApplicationState, string> = {
  draft: '申请还没有提交，请继续填写。',
  submitted: '申请已提交，正在等待协会审核。审核结果会用短信通知，也可以随时在这里查看。',
  returned: '申请被退回，请按审核意见修改后重新提交。已填写的内容和已交的会费都还在。',
  passed: '初审已通过，正在等待协会会议批准。结果会用短信通知，也可以随时在这里查看。',
  approved: '审核已通过，贵单位已成为协会会员。',
  rejected: '申请未获通过。如有疑问，请联系协会。已交的会费由协会联系退还。',
  withdrawn: '申请已撤回。已交的会费由协会联系退还。',
};
