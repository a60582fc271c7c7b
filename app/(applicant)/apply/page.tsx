import { redirect } from 'next/navigation';
import { EDITABLE } from '@/lib/applications/states';
import { pathOf } from '@/lib/applications/steps';
import { requireMember } from '@/lib/session';
import { applyPath, loadDraft } from './load-draft';

/** Leads to the first thing to do: where signing in lands. Members begin at home, which tells of another application too. */
export default async function ApplyPage({ searchParams }: PageProps<'/apply'>) {
  const { companyIds } = await requireMember();
  if (companyIds.length && !(await searchParams).application) redirect('/home');
  const draft = await loadDraft(searchParams);
  redirect(applyPath(EDITABLE.includes(draft.state) ? pathOf(draft.firstOpen) : '/apply/status', draft));
}
