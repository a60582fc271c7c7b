import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { DomainError } from '../errors';
import { once } from '../once';
import { transaction } from '../transaction';

/**
 * A person agrees to the version of the privacy policy that they have read (PIPL 14): which, when, from where; once.
 * @throws DomainError `notFound`
 */
export async function agreePrivacy(actor: AccountActor, documentId: string): Promise<void> {
  authorize(actor, 'personal.view', { accountId: actor.id });
  await transaction((tx) =>
    once(tx, actor, 'privacy.agree', documentId, async () => {
      const found = await tx.documentVersion.count({ where: { id: documentId, kind: 'privacy' } });
      if (!found) throw new DomainError('notFound');
      const data = { accountId: actor.id, documentVersionId: documentId, address: actor.address };
      const { id } = await tx.consent.create({ data, select: { id: true } });
      return id;
    }),
  );
}
