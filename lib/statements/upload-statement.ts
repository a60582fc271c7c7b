import 'server-only';
import { randomBytes } from 'node:crypto';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { DomainError } from '../errors';
import { storage } from '../providers/storage/storage';
import { transaction } from '../transaction';
import { readParts } from '../uploads/read-parts';
import { mappingSchema } from './mapping';
import { readInto } from './read-into';
import { MAX_STATEMENT_BYTES, readStatementTable } from './read-statement';

/** The form of the page, as a browser sends it by itself. Who may not does not get to send a byte. @throws DomainError as `uploadStatement` */
export async function receiveStatement(actor: AccountActor, request: Request): Promise<{ id: string }> {
  authorize(actor, 'statement.work', null);
  const parts = await readParts(request, MAX_STATEMENT_BYTES).catch(() => {
    throw new DomainError('upload', { reason: 'cut' });
  });
  return uploadStatement(actor, parts.get('statement') ?? { name: '', body: Buffer.alloc(0) });
}

/**
 * Takes a bank's statement. Where its layout is known its rows are read at once; else its page asks which column is which.
 * Rows that an earlier statement had add nothing.
 * @throws DomainError `upload` in words for what is no statement
 */
export async function uploadStatement(actor: AccountActor, { name, body }: { name: string; body: Buffer }): Promise<{ id: string }> {
  authorize(actor, 'statement.work', null);
  const table = await readStatementTable(body);
  const fileKey = `statements/${randomBytes(16).toString('hex')}`;
  await storage().put(fileKey, body, 'application/octet-stream');
  try {
    return await transaction(
      async (tx) => {
        const data = { name: name.slice(0, 200) || '对账单', fileKey, layout: table.layout, uploaderId: actor.id };
        const { id } = await tx.bankStatement.create({ data, select: { id: true } });
        await recordAudit(tx, actor, { action: 'statement.upload', record: 'statement', recordId: id, data: { name: data.name } });
        const known = await tx.statementLayout.findUnique({ where: { layout: table.layout } });
        if (known) await readInto(tx, actor, id, table, mappingSchema.parse(known.mapping));
        return { id };
      },
      { timeoutMs: 60_000 },
    );
  } catch (error) {
    await storage().delete(fileKey);
    throw error;
  }
}
