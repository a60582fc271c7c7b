import 'server-only';
import { createTransport } from 'nodemailer';
import { ASSOCIATION } from '../../copy/association';
import { type MailProvider, MailUndeliverable } from './mail-provider';

export type SmtpOptions = {
  /** `smtps://user:password@host:465`, or `smtp://…:587` */
  url: string;
  /** The address that mails come from. */
  from: string;
  /** How long a silence of the server and how long the whole may take, in milliseconds. */
  patience?: { silence: number; whole: number };
};

const PATIENCE = { silence: 10_000, whole: 30_000 };
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** A mail server, asked anew for each mail. A password goes only through TLS, but on this machine itself. */
export function smtpMail({ url, from, patience: { silence, whole } = PATIENCE }: SmtpOptions): MailProvider {
  const { protocol, hostname, port, username, password } = new URL(url);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    secure: protocol === 'smtps:',
    requireTLS: username !== '' && !LOCAL.includes(hostname),
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    dnsTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, email, subject, text }) {
      const sending = transport.sendMail({
        // As objects: an address is never read as a list of several.
        from: { name: `${ASSOCIATION.shortName}${ASSOCIATION.system}`, address: from },
        to: { name: '', address: email },
        messageId: `<${messageId}@${from.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        subject,
        text,
      });
      const { response } = await within(whole, sending).catch((error: unknown) => {
        throw refusalOf(error);
      });
      return { providerId: response.slice(0, 100) };
    },
  };
}

// A server that answers every line just in time would never be silent for too long.
async function within<T>(milliseconds: number, sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), milliseconds);
  });
  return Promise.race([sending, late]).finally(() => clearTimeout(timer));
}

/** Answers to a recipient that another try will not change: no such mailbox, not here, no such name (RFC 5321, 4.2.3). */
const NO_MAILBOX = [550, 551, 553];

// Never the client's own error: it quotes mailbox and server's words, and errors are logged and stored.
function refusalOf(error: unknown): Error {
  const part = (name: string): unknown => (error instanceof Error && name in error ? Reflect.get(error, name) : undefined);
  const [code, status, command] = [part('code') ?? 'unknown', part('responseCode'), part('command')];
  const said = `SMTP failed: ${[code, status, command].filter((word) => word !== undefined).join(' ')}`;
  const isNone = command === 'RCPT TO' && typeof status === 'number' && NO_MAILBOX.includes(status);
  return isNone ? new MailUndeliverable(said) : new Error(said);
}
