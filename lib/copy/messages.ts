import { ASSOCIATION } from './association';

/** Every SMS this system sends. The real provider holds the same texts as approved templates, parameters by name. */
export const messageTexts = {
  smsCode: ({ code, minutes }) => `验证码 ${code}，${minutes} 分钟内有效。如非本人操作请忽略，不要告诉他人。`,
  applicationReturned: ({ company, count }) => `${company}的入会申请被退回修改（${count} 处）。请登录会员管理系统，按说明修改后重新提交。`,
  applicationRejected: ({ company }) => `${company}的入会申请未获通过，原因请登录会员管理系统查看。如有疑问请联系协会。`,
  applicationApproved: ({ company, number }) => `${company}已成为我会会员，会员编号 ${number}。请登录会员管理系统，下载电子会员证。`,
  invitation: ({ company }) =>
    `您是${company}在我会登记的联络员。请从协会官网登录会员管理系统，点“首次登录”，用本手机号设置密码，核对单位信息，下载电子会员证。`,
  liaisonLeft: ({ company }) =>
    `您已不再是${company}在我会登记的联络员，不能再登录会员管理系统办理该单位的事务。如非贵单位安排，请尽快联系协会。`,
  filingReturned: ({ company, year }) => `${company} ${year} 年度会费的汇款信息被退回，请登录会员管理系统查看原因，重新填写。`,
  continueElsewhere: ({ link }) => `继续填写入会申请：${link} 用手机号和密码登录，已填写的内容都在。非本人操作请忽略。`,
  renameConfirmed: ({ company }) =>
    `${company}的单位名称变更已确认，会员证已换发，请登录会员管理系统下载。之后的电子票据默认使用新的名称和信用代码。`,
  renameReturned: ({ company }) => `${company}的单位名称变更申请被退回，请登录会员管理系统查看原因，修改后重新提交。`,
  changeUndone: ({ company, what }) => `${company}对“${what}”的修改已由协会撤销，原因请登录会员管理系统查看。`,
  exitAccepted: ({ company, day }) =>
    `${company}的退会申请已办理，自${day}起不再是我会会员，会员证同时失效。交费记录仍可登录会员管理系统查看。感谢一直以来的支持。`,
  exitDeclined: ({ company }) => `${company}的退会申请未予办理，原因请登录会员管理系统，在“企业信息”中查看。`,
  accountErased: () => '您的账号已按您的申请注销，不能再登录会员管理系统；个人信息已删除，依法须保存的会费和票据记录除外。',
  erasureDeclined: () => '您的账号注销申请未予办理，原因请登录会员管理系统，在“个人信息”中查看。',
  paymentUnfiled: ({ company, year }) =>
    `${company} ${year} 年度会费已到账。请登录会员管理系统，在“会费交纳”中补填票据抬头和接收邮箱，以便开具电子票据。`,
  receiptIssued: ({ company, year }) =>
    `${company} ${year} 年度会费的电子票据已开具，由财政部平台推送到您填写的邮箱。没有收到的，请在邮箱搜索 czpj，或登录会员管理系统，在“会费交纳”中查看。`,
  receiptAnswered: ({ company, year }) => `您反映的${company} ${year} 年度会费票据的事项，我会已答复，请登录会员管理系统查看。`,
  duesShort: ({ company, year, amount }) =>
    `${company} ${year} 年度会费还差 ${amount} 元。请补交后登录会员管理系统，在“会费交纳”中填写汇款信息。`,
  duesReminder: ({ company, years, amount, due }) =>
    `${company} ${years} 年度会费共 ${amount} 元，请于 ${due} 前交纳。请登录会员管理系统，在“会费交纳”中查看账户，汇款后填写汇款信息。已交纳的请忽略。`,
  duesOverdue: ({ company, years, amount, due }) =>
    `${company} ${years} 年度会费共 ${amount} 元尚未交纳，其中最早的应于 ${due} 前交纳。请登录会员管理系统，在“会费交纳”中查看账户，汇款后填写汇款信息。已交纳的请忽略。`,
} as const satisfies { [template: string]: (parameters: Record<string, string>) => string };

type Mail = { subject: string; text: string };

const PAY_HINT = `请登录会员管理系统，在“会费交纳”中查看收款账户、下载会费交纳通知书；汇款后在同一页填写汇款信息，以便开具电子票据。收款账户以系统中显示的为准，本邮件不含账号。

已经交纳的请忽略本邮件。`;

/** Every e-mail this system sends; none has an attachment, and none looks like the ministry's receipts. */
export const mailTexts = {
  continueElsewhere: ({ link }) => ({
    subject: '接着填写入会申请',
    text: `您在会员管理系统填写入会申请时，让我们把这个网址发到这个邮箱，方便换一台设备继续：

${link}

打开后用手机号和密码登录，就回到刚才的那一步，已填写的内容都在。

如果不是您本人操作，请不必理会：没有密码，任何人都不能用这个网址看到您的内容。`,
  }),
  duesReminder: ({ company, years, amount, due }) => ({
    subject: '会费交纳提醒',
    text: `${company} ${years} 年度会费共 ${amount} 元，请于 ${due} 前交纳。

${PAY_HINT}`,
  }),
  duesOverdue: ({ company, years, amount, due }) => ({
    subject: '会费尚未交纳',
    text: `${company} ${years} 年度会费共 ${amount} 元尚未交纳，其中最早的应于 ${due} 前交纳。

${PAY_HINT}`,
  }),
  // In words that nobody takes for the ministry's mail: no “电子票据” in the subject, no file, no address to click (manual 三(五)).
  receiptIssued: ({ company, year, title }) => ({
    subject: `${year} 年度会费开票通知`,
    text: `${company} ${year} 年度会费已开票，抬头为“${title}”。

票据由财政部的平台另发一封邮件到这个邮箱，发件人是 czpj@mof.gov.cn。没有收到的，请在邮箱搜索“czpj”，并查看垃圾箱。

也可以从协会官网登录会员管理系统，在“会费交纳”中查看和下载，或告诉我们没有收到。

本邮件只是通知，没有附件，也没有要您点开的网址。收到带压缩包的“会费发票”邮件，请不要打开。`,
  }),
} as const satisfies { [template: string]: (parameters: Record<string, string>) => Mail };

export type MessageTemplate = keyof typeof messageTexts;

export function isMessageTemplate(name: string): name is MessageTemplate {
  return Object.hasOwn(messageTexts, name);
}

export type MailTemplate = keyof typeof mailTexts;

export function isMailTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(mailTexts, name);
}

/** The whole text as it arrives on the phone. */
export function messageText(template: MessageTemplate, parameters: Record<string, string>): string {
  return `【${ASSOCIATION.shortName}】${messageTexts[template](parameters)}`;
}

/** Subject and body as they arrive in the mailbox. */
export function mailText(template: MailTemplate, parameters: Record<string, string>): Mail {
  const { subject, text } = mailTexts[template](parameters);
  const from = `${ASSOCIATION.name} ${ASSOCIATION.system}`;
  return { subject: `【${ASSOCIATION.shortName}】${subject}`, text: `您好：\n\n${text}\n\n${from}\n本邮件由系统发出，请不要直接回复。\n` };
}
