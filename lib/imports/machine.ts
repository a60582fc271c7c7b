import 'server-only';
import type { Tx } from '../db';
import { DomainError } from '../errors';
import type { Import, ImportState, Prisma } from '../generated/prisma/client';
import type { Machine } from '../transition';
import { importTransitions } from './states';

type ImportEvent = (typeof importTransitions)[number]['event'];

/** The audit chain is the history of an import: it has no table of events of its own. */
export const importMachine: Machine<ImportState, ImportEvent, Prisma.ImportUpdateManyMutationInput> = {
  record: 'import',
  rows: importTransitions,
  move: async (tx, id, from, to, data) => (await tx.import.updateMany({ where: { id, state: from }, data: { ...data, state: to } })).count,
  log: async () => undefined,
};

/** @throws DomainError `notFound` */
export async function loadImport(tx: Tx, id: string): Promise<Import> {
  const found = await tx.import.findUnique({ where: { id } });
  if (!found) throw new DomainError('notFound');
  return found;
}
