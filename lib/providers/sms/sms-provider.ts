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

/** Sends one SMS and answers with the provider's number for it. Throws when it was not taken; the job tries again. */
export interface SmsProvider {
  send(sms: Sms): Promise<{ providerId: string }>;
}
