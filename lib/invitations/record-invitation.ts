import 'server-only';
import type { Tx } from '../db';

/** That somebody was told by SMS how to come in, and how often: nobody is told twice within 24 hours (`inviteLiaisons`). */
export async function recordInvitation(
  tx: Tx,
  { accountId, messageId, sentAt }: { accountId: string; messageId: string; sentAt: Date },
): Promise<void> {
  await tx.invitation.upsert({
    where: { accountId },
    create: { accountId, messageId, sentAt },
    update: { messageId, sentAt, times: { increment: 1 } },
  });
}
