import type { DocumentKind, ErasureState } from '../generated/prisma/enums';
import type { ErasureEventName } from '../personal/states';
import type { Tone } from './applications';

export const documentKindLabels: Record<DocumentKind, string> = { charter: '章程', privacy: '隐私政策' };

export const erasureStateLabels: Record<ErasureState, { text: string; tone: Tone }> = {
  pending: { text: '待处理', tone: 'warn' },
  accepted: { text: '已注销', tone: 'plain' },
  declined: { text: '不予办理', tone: 'bad' },
  withdrawn: { text: '已撤回', tone: 'plain' },
};

export const erasureEventLabels: Record<ErasureEventName, string> = { accept: '办理注销', decline: '不予办理', withdraw: '撤回申请' };

/** What erasing takes away and what the law has us keep, for the person and for staff. */
export const erasureTexts = {
  erased: '姓名、手机号、邮箱和密码被删除，所有登录立即退出，不再是任何单位的联络员；以后可以用同一个手机号重新注册。',
  kept: '会费和票据（含填报时的交费人、手机、邮箱）按会计档案的规定保存；已有结果的入会申请、同意记录和登录日志依法留存。这些不再用于其他用途。',
} as const;
