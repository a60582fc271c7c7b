'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { byButton } from '@/lib/actions/by-button';
import { defineAction } from '@/lib/actions/define-action';
import { addLiaison } from '@/lib/liaisons/add-liaison';
import { handOver } from '@/lib/liaisons/hand-over';
import { proveLiaison } from '@/lib/liaisons/prove-liaison';
import { removeLiaison } from '@/lib/liaisons/remove-liaison';
import {
  addLiaisonSchema,
  handOverSchema,
  liaisonIdSchema,
  proveLiaisonSchema,
  sendNewCodeSchema,
  sendOwnCodeSchema,
  sendProofSchema,
} from '@/lib/liaisons/schema';
import { sendNewCode, sendOwnCode, sendProof } from '@/lib/liaisons/send-code';

export const addLiaisonAction = defineAction(addLiaisonSchema, async ({ actor, input }) => {
  await addLiaison(actor, input);
  revalidatePath('/company', 'layout');
  redirect(`/company/liaisons?company=${input.companyId}&saved=added`);
});

export const removeLiaisonAction = defineAction(liaisonIdSchema, async ({ actor, input: { liaisonId } }) => {
  await removeLiaison(actor, liaisonId);
  revalidatePath('/company', 'layout');
});

const sendProofAction = defineAction(sendProofSchema, async ({ actor, input }) => {
  const { flow } = await sendProof(actor, input.liaisonId);
  return { values: { code: '', flow } };
});

export const proveLiaisonAction = byButton(
  { sendProof: sendProofAction },
  defineAction(proveLiaisonSchema, async ({ actor, input }) => {
    await proveLiaison(actor, input);
    revalidatePath('/company', 'layout');
  }),
);

const sendNewCodeAction = defineAction(sendNewCodeSchema, async ({ actor, input: { companyId, mobile, ...typed } }) => {
  const { flow } = await sendNewCode(actor, { companyId, mobile });
  return { values: { ...texts(typed), mobile, flow, code: '' } };
});

const sendOwnCodeAction = defineAction(sendOwnCodeSchema, async ({ actor, input: { companyId, ...typed } }) => {
  const { flow } = await sendOwnCode(actor, companyId);
  return { values: { ...texts(typed), ownFlow: flow, ownCode: '' } };
});

export const handOverAction = byButton(
  { sendNewCode: sendNewCodeAction, sendOwnCode: sendOwnCodeAction },
  defineAction(handOverSchema, async ({ actor, input }) => {
    await handOver(actor, input);
    revalidatePath('/home', 'layout');
    redirect(actor.companyIds.length > 1 ? '/home' : '/login?reason=handedOver');
  }),
);

// What was typed comes back as it was.
function texts(typed: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
