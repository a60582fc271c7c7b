import * as z from 'zod/mini';
import { mobile, personName } from '../fields';
import { StaffRole } from '../generated/prisma/enums';

/** One ticked box comes as a text, several as a list, none not at all. */
const asList = (value: unknown) => (Array.isArray(value) ? value : value ? [value] : []);

const roles = z.pipe(z.transform(asList), z.array(z.enum(StaffRole, '没有这个角色')).check(z.minLength(1, '请至少选择一个角色')));

export const createStaffSchema = z.object({ name: personName, phone: mobile, roles });

export const staffIdSchema = z.object({ accountId: z.uuid() });

export const changeRolesSchema = z.extend(staffIdSchema, { roles });
