import { notFound } from 'next/navigation';
import * as z from 'zod';
import type { AccountActor } from '@/lib/access/actor';
import { isAllowed } from '@/lib/access/authorize';
import type { Permission } from '@/lib/access/permissions';
import { getMember, type MemberDetail } from '@/lib/members/get-member';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';

/** The member that the address names, for a page on which something is done with it. */
export async function loadMember(
  params: Promise<{ id: string }>,
  permission: Extract<Permission, `member.${string}` | 'council.list'>,
): Promise<{ actor: AccountActor; member: MemberDetail }> {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const actor = await requireAccount();
  const member = await orNotFound(getMember(actor, id.data));
  if (!isAllowed(actor, permission, null)) notFound();
  return { actor, member };
}
