import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { ActionState, FormValues } from '../actions/action-state';
import { fieldErrorsOf } from '../actions/field-errors';
import { storedValues } from '../actions/form-values';
import { checkChoices } from '../applications/check-choices';
import { decided, type Sent, shown } from '../applications/decided';
import { mergeAnswers } from '../applications/merge-answers';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db';
import { asList } from '../fields';
import type { Prisma } from '../generated/prisma/client';
import { ownItems } from '../members/incomplete';
import { settleItems } from '../members/settle-items';
import { transaction } from '../transaction';
import { changesBetween } from './change-fields';
import { type CompanyEdit, companyEditSchema, editFields } from './edit-schema';
import { companyValues, type LoadedCompany, loadCompany } from './load-company';
import { lockCompany } from './lock-company';
import { writeCompany } from './write-company';

export type EditedCompany = Required<Pick<ActionState, 'values' | 'fieldErrors' | 'conflicts'>>;

/**
 * A member's own change of 企业信息, in force at once (manual 二). What somebody else changed since the form was opened is
 * kept; where both changed the same, or something is wrong, nothing is written and the answer says what. Each thing that
 * changed is a row of its history; of address, qualifications and liaisons staff get a notice (product 5).
 * @throws DomainError `notFound`, `forbidden`
 */
export async function editCompany(actor: AccountActor, { companyId, ...sent }: Sent & { companyId: string }): Promise<EditedCompany> {
  authorize(actor, 'company.edit', { companyId });
  return transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const company = await loadCompany(tx, companyId);
    const theirs = companyValues(company);
    const { values, opened } = decided(sent);
    const bases = opened?.bases.map((base) => ofThesePeople(base, theirs)) ?? [theirs];
    const mine = ofThesePeople(values, theirs);
    const { merged, conflicts } = mergeAnswers({ fields: editFields, bases, mine, theirs });
    const { edit, fieldErrors } = await check(merged);
    if (edit && !conflicts.length) await keep(tx, actor, company, edit);
    return { values: shown(merged, conflicts), fieldErrors, conflicts };
  });
}

async function check(merged: FormValues): Promise<{ edit: CompanyEdit | null; fieldErrors: Record<string, string> }> {
  const parsed = companyEditSchema.safeParse(merged);
  if (!parsed.success) return { edit: null, fieldErrors: fieldErrorsOf(parsed.error) };
  const fieldErrors = await checkChoices(parsed.data);
  return { edit: Object.keys(fieldErrors).length ? null : parsed.data, fieldErrors };
}

/**
 * The fields of the form, each liaison with the name, phone and place that are stored: a form cannot change those. A row
 * that was typed for somebody who is no liaison any more falls away.
 */
function ofThesePeople(values: FormValues, theirs: FormValues): FormValues {
  const picked = Object.fromEntries(Object.entries(values).filter(([name]) => editFields.includes(name)));
  const rows = rowsOf(values);
  const liaisons = rowsOf(theirs).map((person, row) => {
    const typed = rows[row];
    if (!typed || typed.mobile !== person.mobile) return person;
    const { department, title, email } = typed;
    return { ...person, department, title, email };
  });
  return storedValues({ ...theirs, ...picked, qualifications: asList(picked.qualifications).map(String), liaisons });
}

function rowsOf({ liaisons }: FormValues): FormValues[] {
  return Array.isArray(liaisons) ? liaisons.filter((row) => typeof row === 'object') : [];
}

async function keep(tx: Tx, actor: AccountActor, company: LoadedCompany, edit: CompanyEdit): Promise<void> {
  const before = companyValues(company);
  const changes = changesBetween(before, ofThesePeople(storedValues(edit), before));
  // Saved as it was, it has been looked at all the same.
  if (company.member) await settleItems(tx, company.member, ownItems);
  if (!changes.length) return;
  await writeCompany(tx, company, edit);
  const madeAt = await now(tx);
  await tx.companyChange.createMany({
    data: changes.map((change) => ({
      ...{ companyId: company.id, actorId: actor.id, actorName: actor.name, madeAt },
      ...{ field: change.field, kind: change.kind, state: change.kind === 'edit' ? ('done' as const) : ('pending' as const) },
      ...{ before: json(change.before), after: json(change.after) },
    })),
  });
  await recordAudit(tx, actor, {
    action: 'company.edit',
    record: 'company',
    recordId: company.id,
    data: Object.fromEntries(changes.map((change) => [change.field, { before: json(change.before), after: json(change.after) }])),
  });
}

// What is undefined has no place in JSON.
function json(values: FormValues): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(values));
}
