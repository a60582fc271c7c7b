import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { AccountActor } from '@/lib/access/actor';
import { requireMember } from '@/lib/session';

type SearchParams = Promise<{ [name: string]: string | string[] | undefined }>;

/** The company that a member's page is about, and whether its addresses have to say which. */
export type OpenCompany = { actor: AccountActor; companyId: string; several: boolean };

/**
 * The one that the address names, else the person's only one; of several they choose. Whether it is the person's is asked
 * by the page's query; every form on the page carries the id, and its command acts on that.
 */
export async function loadCompany(searchParams: SearchParams): Promise<OpenCompany> {
  const actor = await requireMember();
  const { company } = await searchParams;
  const several = actor.companyIds.length > 1;
  if (typeof company === 'string' && company) return { actor, companyId: company, several };
  const [companyId] = actor.companyIds;
  if (!companyId) redirect('/home');
  if (several) redirect(choosePath((await headers()).get('x-path') ?? '/home'));
  return { actor, companyId, several };
}

/** The page on which somebody with several companies says which one; from there they come to where they wanted to go. */
function choosePath(next: string): string {
  return `/home/choose?${new URLSearchParams({ next: next.split('?')[0] ?? '' })}`;
}

/** Addresses name the company only for people who have several. */
export function memberPath(path: string, { companyId, several }: Pick<OpenCompany, 'companyId' | 'several'>): string {
  return several ? `${path}?company=${companyId}` : path;
}
