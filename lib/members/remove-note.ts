import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { DomainError } from '../errors';
import { transaction } from '../transaction';

/** Takes a note off the member's page; its words stay in the database. Removing twice is once. @throws DomainError `notFound` */
export async function removeNote(actor: AccountActor, noteId: string): Promise<void> {
  authorize(actor, 'member.note', null);
  await transaction(async (tx) => {
    const note = await tx.memberNote.findUnique({ where: { id: noteId } });
    if (!note) throw new DomainError('notFound');
    const { count } = await tx.memberNote.updateMany({ where: { id: noteId, retiredAt: null }, data: { retiredAt: await now(tx) } });
    if (!count) return;
    await recordAudit(tx, actor, { action: 'member.removeNote', record: 'member', recordId: note.memberId, data: { noteId } });
  });
}
