import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type DraftView, getDraft } from '@/lib/applications/queries';
import { EDITABLE } from '@/lib/applications/states';
import { pathOf, type StepId } from '@/lib/applications/steps';
import { requireMember } from '@/lib/session';
import { orNotFound } from '../../or-not-found';

type SearchParams = Promise<{ [name: string]: string | string[] | undefined }>;

/** The visitor's own application: the one the address names, else the current one. Loaded once a request for each argument, which is never left out. */
export const loadOwnDraft = cache(async (requestedId: string | undefined): Promise<DraftView> => {
  const actor = await requireMember();
  return orNotFound(getDraft(actor, requestedId));
});

export async function loadDraft(searchParams: SearchParams): Promise<DraftView> {
  const { application } = await searchParams;
  return loadOwnDraft(typeof application === 'string' ? application : undefined);
}

/** The draft for a step's page; leads elsewhere when the step cannot be visited now. */
export async function loadDraftForStep(searchParams: SearchParams, step: StepId): Promise<DraftView> {
  const draft = await loadDraft(searchParams);
  const duesReturned = step === 'dues' && draft.state === 'submitted' && draft.filing?.state === 'returned';
  if (!EDITABLE.includes(draft.state) && !duesReturned) redirect(applyPath('/apply/status', draft));
  if (!duesReturned && !draft.journey.find(({ id }) => id === step)?.open) redirect(applyPath(pathOf(draft.firstOpen), draft));
  return draft;
}

/** Addresses name the application only for people who have several. */
export function applyPath(path: string, { id, several }: Pick<DraftView, 'id' | 'several'>): string {
  return `${path}${applyQuery({ id, several })}`;
}

export function applyQuery({ id, several }: Pick<DraftView, 'id' | 'several'>): string {
  return several ? `?application=${id}` : '';
}
