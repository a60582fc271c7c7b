import 'server-only';
import { env } from '../../env';
import { embeddedMail } from './embedded-mail';
import type { MailProvider } from './mail-provider';
import { smtpMail } from './smtp-mail';

let chosen: MailProvider | undefined;

/** Whether this installation sends e-mail; where it does not, no page offers it. */
export function sendsMail(): boolean {
  return env().MAIL !== 'off';
}

/** The configured provider. @throws Error where e-mail is off */
export function mail(): MailProvider {
  chosen ??= choose();
  return chosen;
}

function choose(): MailProvider {
  const { MAIL, SMTP_URL = '', MAIL_FROM = '' } = env();
  if (MAIL === 'off') throw new Error('e-mail is off (MAIL)');
  return MAIL === 'embedded' ? embeddedMail() : smtpMail({ url: SMTP_URL, from: MAIL_FROM });
}
