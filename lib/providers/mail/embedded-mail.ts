import 'server-only';
import { db } from '../../db';
import type { MailProvider } from './mail-provider';

/** Delivers to the outbox page of the demo and the tests. The same message twice is one. */
export function embeddedMail(): MailProvider {
  return {
    async send(mail) {
      const row = await db().outboxMail.upsert({ where: { messageId: mail.messageId }, create: mail, update: {} });
      return { providerId: row.id };
    },
  };
}
