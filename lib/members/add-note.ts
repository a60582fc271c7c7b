import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { type Day, toColumn } from '../days';
import { once } from '../once';
import { transaction } from '../transaction';
import { loadMember } from './load-member';

type Note = { memberId: string; text: string; notedOn: Day; pinned: boolean; key: string };

/** Something staff keep about a member for each other. The form's `key` makes a second click one note. @throws DomainError `notFound` */
export async function addNote(actor: AccountActor, { memberId, text, notedOn, pinned, key }: Note): Promise<string> {
  authorize(actor, 'member.note', null);
  return transaction(async (tx) => {
    await loadMember(tx, memberId);
    return once(tx, actor, 'addNote', key, async () => {
      const note = { memberId, text, notedOn: toColumn(notedOn), pinned, authorId: actor.id, authorName: actor.name };
      const { id } = await tx.memberNote.create({ data: note, select: { id: true } });
      await recordAudit(tx, actor, { action: 'member.note', record: 'member', recordId: memberId, data: { noteId: id, pinned } });
      return id;
    });
  });
}
