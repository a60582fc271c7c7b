import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { FormValues } from '../actions/action-state';
import type { FilingAutosave, Opened } from '../applications/draft-schema';
import { type Kept, type Merged, mergeTyped, savedBy } from '../applications/keep-answers';
import { now } from '../clock';
import { lockCompany } from '../companies/lock-company';
import type { Tx } from '../db';
import { transaction } from '../transaction';
import { requirePayable } from './payable';

type Typed = { companyId: string; year: number; values: FormValues; opened?: Opened };

/** Keeps what a liaison is typing, valid or not, and judges nothing. @throws DomainError `notFound`, `notEditable`, `invalid` */
export async function autosaveFiling(actor: AccountActor, { companyId, year, values, opened }: FilingAutosave): Promise<Kept> {
  authorize(actor, 'filing.file', { companyId, application: null });
  return transaction(async (tx) => {
    await lockCompany(tx, companyId);
    await requirePayable(tx, companyId, year);
    return saveFilingDraft(tx, await mergeFilingDraft(tx, { companyId, year, values, opened }));
  });
}

type Draft = Merged & Omit<Typed, 'values'>;

/** What there is to keep of a form, with what others typed meanwhile. The caller has locked the company. @throws DomainError `invalid` */
export async function mergeFilingDraft(tx: Tx, { companyId, year, values, opened }: Typed): Promise<Draft> {
  const row = await tx.filingDraft.findUnique({ where: { companyId_year: { companyId, year } } });
  return { companyId, year, opened, ...mergeTyped('filing', row, { values, opened }) };
}

export async function saveFilingDraft(tx: Tx, { companyId, year, opened, data, conflicts, overtaken }: Draft): Promise<Kept> {
  if (overtaken) return { values: data, conflicts, version: overtaken.version, savedAt: overtaken.savedAt };
  const written = { data, savedAt: await now(tx), ...savedBy(opened) };
  const { version, savedAt } = await tx.filingDraft.upsert({
    where: { companyId_year: { companyId, year } },
    create: { companyId, year, ...written },
    update: { ...written, version: { increment: 1 } },
  });
  return { values: data, conflicts, version, savedAt };
}
