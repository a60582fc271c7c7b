import 'server-only';
import * as z from 'zod';
import { storedValues } from '../actions/form-values';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { CompanyChange } from '../generated/prisma/client';
import { type ChangeField, isChangeField } from './change-fields';

const identity = z.object({ name: z.string(), uscc: z.string() });
export type Identity = z.infer<typeof identity>;

/** What a command needs to know of a change. Call `authorize` with it first. @throws DomainError `notFound` */
export async function loadChange(tx: Tx, id: string): Promise<CompanyChange> {
  const found = await tx.companyChange.findUnique({ where: { id } });
  if (!found) throw new DomainError('notFound');
  return found;
}

/** A change's thing and values, as they were written. */
export function contentOf({ field, before, after }: Pick<CompanyChange, 'field' | 'before' | 'after'>) {
  return { field: fieldOf(field), before: storedValues(before), after: storedValues(after) };
}

/** What a request asks for. */
export function identityOf(value: unknown): Identity {
  return identity.parse(value);
}

function fieldOf(name: string): ChangeField {
  if (!isChangeField(name)) throw new Error(`no field of a company is called ${name}`);
  return name;
}
