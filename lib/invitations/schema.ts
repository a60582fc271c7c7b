import * as z from 'zod';
import { Level } from '../generated/prisma/enums';

/** Where a liaison stands on the way in; who can still be invited are the last three. */
export const inviteeStatuses = ['activated', 'waiting', 'failed', 'uninvited'] as const;
export type InviteeStatus = (typeof inviteeStatuses)[number];
export const INVITABLE = ['uninvited', 'failed', 'waiting'] as const;

const province = z.string().max(6).default('');
const level = z.preprocess((value) => value || null, z.enum(Level).nullable());

export const inviteManySchema = z.object({ status: z.enum(INVITABLE), province, level });
export const inviteOneSchema = z.object({ accountId: z.uuid() });

/** Liaisons of present members, by where they stand and what their company is. */
export type InviteeFilter = { status: InviteeStatus; province: string; level: Level | null; search?: string };
