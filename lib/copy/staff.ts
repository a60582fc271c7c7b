import type { AccountStatus, StaffRole } from '../generated/prisma/enums';
import type { Tone } from './applications';

export const staffRoleLabels: Record<StaffRole, string> = { reviewer: '会员部', finance: '财务', overseer: '秘书长', admin: '系统管理员' };

/** What a role is for, beside its name. */
export const staffRoleTasks: Record<StaffRole, string> = {
  reviewer: '审核入会申请',
  finance: '确认会费到账',
  overseer: '查看全部，不修改',
  admin: '人员、设置',
};

export const accountStatusLabels: Record<AccountStatus, { text: string; tone: Tone }> = {
  active: { text: '在用', tone: 'ok' },
  disabled: { text: '已停用', tone: 'plain' },
};
