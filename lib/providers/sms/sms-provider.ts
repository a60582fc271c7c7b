import type { MessageTemplate } from '../../copy/messages';

export type Sms = {
  /** Ours; a provider that knows it already does not send again where it can tell. */
  messageId: string;
  phone: string;
  template: MessageTemplate;
  parameters: Record<string, string>;
  /** The whole text, for providers without templates of their own. */
  text: string;
};

/** The provider will never take this message, however often it is asked: the number is none, or wants none of ours. */
export class SmsUndeliverable extends Error {}

/** Sends one SMS and answers with the provider's number for it. Throws when it was not taken; the job tries again, but for `SmsUndeliverable`. */
export interface SmsProvider {
  send(sms: Sms): Promise<{ providerId: string }>;
}
