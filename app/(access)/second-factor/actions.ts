'use server';

import { redirect } from 'next/navigation';
import { definePendingAction } from '@/lib/actions/define-action';
import { enrolFactor } from '@/lib/factors/enrol-factor';
import { keepRecoveryCodes } from '@/lib/factors/keep-recovery-codes';
import { proveFactor } from '@/lib/factors/prove-factor';
import { enrolFactorSchema, keepCodesSchema, proveFactorSchema } from '@/lib/factors/schema';
import { factorPath } from '@/lib/factors/steps';
import { localPath } from '@/lib/local-path';

export const proveFactorAction = definePendingAction(proveFactorSchema, async ({ actor, input }) => {
  const { by } = await proveFactor(actor, input.factorCode);
  const next = localPath(input.next) ?? '/home';
  redirect(by === 'recoveryCode' ? `/admin/security?${new URLSearchParams({ used: 'recoveryCode', next })}` : next);
});

export const enrolFactorAction = definePendingAction(enrolFactorSchema, async ({ actor, input }) => {
  await enrolFactor(actor, input.factorCode);
  redirect(factorPath('keepCodes', input.next));
});

export const keepCodesAction = definePendingAction(keepCodesSchema, async ({ actor, input }) => {
  await keepRecoveryCodes(actor);
  redirect(localPath(input.next) ?? '/home');
});
