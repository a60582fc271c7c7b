import type { StaffRole } from '../generated/prisma/enums';

export const staffRoleLabels: Record<StaffRole, string> = { reviewer: '会员部', finance: '财务', overseer: '秘书长', admin: '系统管理员' };
