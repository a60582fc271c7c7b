export type Mail = {
  /** Ours; goes out as the Message-ID, so that a mail that is sent again can be known as the same. */
  messageId: string;
  email: string;
  subject: string;
  text: string;
};

/** The server will never take this mail, however often it is asked: the mailbox is none. */
export class MailUndeliverable extends Error {}

/** Sends one mail and answers with the server's word for it. Throws when it was not taken; the job tries again, but for `MailUndeliverable`. */
export interface MailProvider {
  send(mail: Mail): Promise<{ providerId: string }>;
}
