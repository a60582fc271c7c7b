import * as z from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { autosaveStep } from '@/lib/applications/autosave-step';
import { autosaveSchema, filingAutosaveSchema } from '@/lib/applications/draft-schema';
import { formatClock } from '@/lib/days';
import { autosaveFiling } from '@/lib/dues/keep-filing-draft';
import { DomainError } from '@/lib/errors';
import { plainJson } from '@/lib/plain-text.mjs';

const draftSchema = z.union([autosaveSchema, filingAutosaveSchema]);

const LARGEST_BODY = 1024 * 1024;

/**
 * What somebody is typing in the wizard or into 填写汇款信息, saved while they type. No server action: its address outlives a deploy, it may
 * still be sent while the page closes, and it makes no page wait.
 */
export const POST = defineRoute(async ({ actor, request }) => {
  if (Number(request.headers.get('content-length')) > LARGEST_BODY) throw new DomainError('invalid');
  const draft = draftSchema.safeParse(plainJson(await request.text()));
  if (!draft.success) throw new DomainError('invalid');
  const { savedAt, ...kept } = await (draft.data.step === 'filing' ? autosaveFiling(actor, draft.data) : autosaveStep(actor, draft.data));
  return Response.json({ ...kept, savedAt: formatClock(savedAt) });
});
