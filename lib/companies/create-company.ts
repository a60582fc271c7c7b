import 'server-only';
import type { CompanyAnswers } from '../applications/schema';
import { now, today } from '../clock';
import { toColumn } from '../days';
import type { Tx } from '../db';
import { nameIndex, namePinyin } from './name-index';

type Admitted = { answers: CompanyAnswers; registrant: { id: string; phone: string } };

/**
 * The company of an approved application with its liaisons. A liaison who is the registrant has proven the phone and
 * keeps the account; another one gets an account without a password, and opens it by 首次登录.
 * Throws the unique violation when the credit code has a company already.
 */
export async function createCompany(tx: Tx, { answers, registrant }: Admitted): Promise<{ id: string }> {
  const { liaisons, usccConfirmed: _, ...fields } = answers;
  const company = await tx.company.create({
    data: {
      ...fields,
      ...namePinyin(answers.name),
      nameBigrams: nameIndex(answers.name),
      names: { create: { name: answers.name, from: toColumn(await today(tx)) } },
    },
    select: { id: true },
  });
  const from = await now(tx);
  for (const liaison of liaisons) {
    const filledIn = liaison.mobile === registrant.phone;
    const account = filledIn ? registrant : await accountOf(tx, liaison);
    const confirmedAt = filledIn ? from : null;
    await tx.liaison.create({ data: { ...liaison, companyId: company.id, accountId: account.id, from, confirmedAt } });
  }
  return company;
}

async function accountOf(tx: Tx, { mobile, name }: { mobile: string; name: string }): Promise<{ id: string }> {
  return tx.account.upsert({ where: { phone: mobile }, create: { phone: mobile, name }, update: {}, select: { id: true } });
}
