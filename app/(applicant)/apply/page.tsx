import { redirect } from 'next/navigation';
import { EDITABLE } from '@/lib/applications/states';
import { pathOf } from '@/lib/applications/steps';
import { applyPath, loadDraft } from './load-draft';

/** Leads to the first thing to do. */
export default async function ApplyPage({ searchParams }: PageProps<'/apply'>) {
  const draft = await loadDraft(searchParams);
  redirect(applyPath(EDITABLE.includes(draft.state) ? pathOf(draft.firstOpen) : '/apply/status', draft));
}
