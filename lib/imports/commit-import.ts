import 'server-only';
import { recordAudit } from '../audit/record-audit';
import { now, today } from '../clock';
import { db, type Tx } from '../db';
import { forgetDictionaries } from '../dictionaries/queries';
import { DomainError } from '../errors';
import type { Import } from '../generated/prisma/client';
import { logger } from '../logger';
import { getSetting } from '../settings/get-setting';
import { isUniqueViolation, transaction } from '../transaction';
import { addWords, type WordCodes } from './add-words';
import { type Context, insertCompanies } from './insert-companies';
import { insertScans } from './insert-scans';
import { moveOn, type Run } from './run';
import { stagedSchema } from './staged';

const PORTION = 500;
const TIMEOUT_MS = 10 * 60_000;
const CHANGED = '预览之后系统里有了新的变化（例如刚有单位入会），这次没有导入任何内容。请点“重新检查”。';

/**
 * Makes members of everything that was previewed as good or 待完善, in one transaction: companies, names, liaisons with
 * accounts that have no password yet, members, levels, seats, dues, payments, receipts, certificates and scans. Nothing is
 * sent to anybody. Killed at any moment, nothing of it is there; the run can be started again.
 */
export async function commitImport({ importId, run }: Run): Promise<void> {
  const found = await db().import.findUnique({ where: { id: importId } });
  if (found?.state !== 'committing' || found.run !== run) return;
  try {
    await transaction((tx) => commit(tx, found), { timeoutMs: TIMEOUT_MS });
    forgetDictionaries();
  } catch (error) {
    if (!isUniqueViolation(error)) logger().error({ err: error, importId }, 'import');
    const failure = isUniqueViolation(error)
      ? CHANGED
      : '系统出了点问题，这次没有导入任何内容。请再试一次；如果反复出现，请告诉系统管理员。';
    await db().import.updateMany({ where: { id: importId, run, state: 'committing' }, data: { state: 'ready', failure } });
  }
}

async function commit(tx: Tx, found: Import): Promise<void> {
  const { id: importId, run } = found;
  const words = await addWords(tx, found);
  const context = await contextOf(tx, found, words);
  const where = { importId, outcome: { in: ['good' as const, 'incomplete' as const] } };
  const total = await tx.importCompany.count({ where });
  let done = 0;
  for (let after = -1; ; ) {
    const staged = await tx.importCompany.findMany({
      where: { ...where, position: { gt: after } },
      orderBy: { position: 'asc' },
      take: PORTION,
    });
    if (!staged.length) break;
    await insertCompanies(
      tx,
      staged.map(({ data }) => stagedSchema.parse(data)),
      context,
    );
    after = staged.at(-1)?.position ?? after;
    done += staged.length;
    // Beside the transaction, for the page that waits.
    await moveOn({ importId, run }, Math.floor((95 * done) / total));
  }
  await insertScans(tx, found, context.companyIds);
  // By the clock that dates the rows: what is newer than this stands in the way of an undo.
  const count = await tx.$executeRaw`
    UPDATE "Import" SET "state" = 'committed', "percent" = 100, "committedAt" = clock_timestamp(), "failure" = NULL
    WHERE "id" = ${importId}::uuid AND "run" = ${run} AND "state" = 'committing'`;
  if (!count) throw new DomainError('importMoved');
  const who = { kind: 'system', name: '导入' } as const;
  await recordAudit(tx, who, { action: 'import.committed', record: 'import', recordId: importId, data: { companies: done } });
}

async function contextOf(tx: Tx, { id: importId, uploaderId }: Import, words: WordCodes): Promise<Context> {
  const { dueOn } = await getSetting('dues');
  return {
    importId,
    words,
    today: await today(tx),
    now: await now(tx),
    dueOn,
    confirmedById: uploaderId,
    companyIds: new Map(),
    sequences: new Map(),
  };
}
