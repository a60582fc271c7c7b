import * as z from 'zod/mini';
import { asList, mobile, personName } from '../fields';
import { StaffRole } from '../generated/prisma/enums';

const roles = z.pipe(z.transform(asList), z.array(z.enum(StaffRole, '没有这个角色')).check(z.minLength(1, '请至少选择一个角色')));

export const createStaffSchema = z.object({ name: personName, phone: mobile, roles });

export const staffIdSchema = z.object({ accountId: z.uuid() });

export const changeRolesSchema = z.extend(staffIdSchema, { roles });
