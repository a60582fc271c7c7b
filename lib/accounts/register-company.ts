import 'server-only';
import type * as z from 'zod';
import { type Actor, addressOf } from '../access/actor';
import { startApplication } from '../applications/start-application';
import { recordAudit } from '../audit/record-audit';
import { isMemberUscc } from '../companies/queries';
import type { Tx } from '../db';
import { recordConsent } from '../documents/record-consent';
import { DomainError } from '../errors';
import { once } from '../once';
import { transaction } from '../transaction';
import { checkSmsCode, useSmsCode } from './check-sms-code';
import { hashPassword } from './password';
import type { registerSchema } from './schema';

type Registration = Omit<z.infer<typeof registerSchema>, 'passwordAgain' | 'privacy'>;

/** `existing`: the phone had an account; the company was added to it and its own password stays. */
export type RegistrationResult = 'created' | 'existing';

/**
 * 新会员注册 (manual 一(三)): proves the phone by its code, makes the account and a draft application. Reserves nothing:
 * others may enter the same credit code. What is known about a phone or a company is told only after its phone is proven.
 * @throws DomainError `codeWrong`, `codeExpired`, `alreadyMember`, `staffPhone`, `busy`
 */
export async function registerCompany(actor: Actor, input: Registration & { key: string }): Promise<RegistrationResult> {
  const { challengeId } = await checkSmsCode({ phone: input.phone, purpose: 'register', flow: input.flow, code: input.code });
  const passwordHash = await hashPassword(input.password);
  const result = await transaction((tx) =>
    once(tx, actor, 'account.register', `${input.flow}:${input.key}`, async () => {
      if (await isMemberUscc(tx, input.uscc)) throw new DomainError('alreadyMember');
      await useSmsCode(tx, challengeId);
      const { accountId, known } = await findOrCreateAccount(tx, actor, { ...input, passwordHash });
      await recordConsent(tx, { accountId, kind: 'privacy', address: addressOf(actor) });
      await startApplication(tx, {
        registrantId: accountId,
        name: input.companyName,
        uscc: input.uscc,
        usccConfirmed: input.usccConfirmed,
        liaison: { name: input.name, mobile: input.phone },
      });
      return known ? 'existing' : 'created';
    }),
  );
  return result === 'existing' ? 'existing' : 'created';
}

async function findOrCreateAccount(
  tx: Tx,
  actor: Actor,
  { phone, name, passwordHash }: { phone: string; name: string; passwordHash: string },
) {
  const existing = await tx.account.findUnique({ where: { phone }, include: { roles: true } });
  if (existing?.roles.length) throw new DomainError('staffPhone');
  if (existing?.passwordHash) return { accountId: existing.id, known: true };
  // A liaison whom somebody else named has an account without a password: this is its owner's first visit.
  const account = existing
    ? await tx.account.update({ where: { id: existing.id }, data: { passwordHash } })
    : await tx.account.create({ data: { phone, name, passwordHash } });
  await recordAudit(tx, actor, { action: 'account.register', record: 'account', recordId: account.id });
  return { accountId: account.id, known: false };
}
