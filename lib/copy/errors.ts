import { formatMoment } from '../days';
import type { DomainError, ErrorCode } from '../errors';

const texts: Record<ErrorCode, string> = {
  notFound: '没有找到这项内容，可能已被删除，或者不属于您的单位。',
  forbidden: '您没有这项操作的权限。',
  signedOut: '登录已超时，您填写的内容还在这一页。请重新登录，登录后接着提交。',
  foreignOrigin: '请求不是从本系统的页面发出的，已拒绝。请从本系统的网址重新打开页面。',
  busy: '现在使用的人较多，请过一分钟再试。',
  limited: '操作太频繁，请稍后再试。',
  stepUp: '这一步要先用动态码确认是您本人。',
  invalid: '请检查填写的内容。',
  stale: '这项内容刚被别人修改过，请刷新后再改。',
  notEditable: '申请已提交，现在不能修改。',
  incomplete: '还有没填完的步骤，请补全后再提交。',
  alreadyDecided: '这一项刚刚已经被处理过了，请刷新查看结果。',
  alreadyMember: '这家单位已经是协会会员，不需要重新注册。请让登记的联络员用手机号登录；首次登录或联络员已更换的，请联系协会。',
  passFirst: '现在分两步审核：请先初审通过，再由会议批准。',
  duesUnconfirmed: '会费还没有全额确认到账。请等财务确认，或由单位补足；确需先通过的，请写明原因（没有看到填写处的，请刷新页面）。',
  codeWrong: '验证码不对，请核对短信中的 6 位数字。',
  codeExpired: '验证码已失效，请重新获取。',
  unproven: '发送前的安全检查已过期，请再点一次“获取验证码”。',
  staffPhone: '这是协会工作人员的手机号，不能用来注册会员。',
  lastAdmin: '这是最后一位在用的系统管理员。请先让另一位工作人员担任系统管理员。',
  ownAdmin: '不能取消自己的系统管理员角色，也不能停用自己的账号。请由另一位系统管理员操作。',
  wrongPassword: '手机号或密码不对，请重新填写。',
  duesStandardMissing: '本年度会费标准还没有设置，请联系协会。',
  handedOver: '联络员刚刚已经变更过了，请刷新查看现在的联络员。',
  requestOpen: '已有一项单位名称变更申请在审核中。请等协会处理，或先撤回那一项再提交。',
  changedAgain: '这一项后来又改过了，不能再撤销这一次的修改。请处理后来的那一次，或请单位自己改回。',
  usccTaken: '这个信用代码已登记在另一家会员单位名下，请核对；确实属于本单位的，请联系协会。',
  nobodyToInvite: '没有可以邀请的人：他们都已激活，或者 24 小时内已经发过。',
  tooMany: '内容太多，请缩小范围。',
  upload: '文件没有上传成功，请重试。',
  importOpen: '已经有一份工作簿在导入。请先完成或放弃那一份。',
  importMoved: '这次导入的状态刚刚变了，请刷新页面查看。',
};

/** What a refusal says to the person in front of the screen. */
export function errorText({ code, details }: DomainError): string {
  if (details.text) return details.text;
  if (code === 'limited' && details.retryAt) return `操作太频繁，请在 ${formatMoment(roundedUp(details.retryAt))} 之后再试。`;
  return texts[code];
}

// To the next minute, so that the time shown is never too early.
function roundedUp(moment: Date): Date {
  return new Date(Math.ceil(moment.getTime() / 60_000) * 60_000);
}
