import 'server-only';
import * as z from 'zod';
import { isMessageTemplate, type MessageTemplate } from '../../copy/messages';
import { env } from '../../env';
import { aliyunSms } from './aliyun-sms';
import { embeddedSms } from './embedded-sms';
import type { SmsProvider } from './sms-provider';

let chosen: SmsProvider | undefined;

/** The configured provider. */
export function sms(): SmsProvider {
  chosen ??= choose();
  return chosen;
}

/** Whether this installation can send `template`: the real provider sends only what it has approved. */
export function sendsSms(template: MessageTemplate): boolean {
  const { SMS, ALIYUN_SMS_TEMPLATES = '' } = env();
  return SMS === 'embedded' || Object.hasOwn(readTemplateCodes(ALIYUN_SMS_TEMPLATES), template);
}

function choose(): SmsProvider {
  const {
    SMS,
    ALIYUN_SMS_ENDPOINT,
    ALIYUN_SMS_PROTOCOL,
    ALIYUN_ACCESS_KEY_ID = '',
    ALIYUN_ACCESS_KEY_SECRET = '',
    ALIYUN_SMS_SIGN_NAME = '',
    ALIYUN_SMS_TEMPLATES = '',
  } = env();
  if (SMS === 'embedded') return embeddedSms();
  return aliyunSms({
    endpoint: ALIYUN_SMS_ENDPOINT,
    protocol: ALIYUN_SMS_PROTOCOL,
    accessKeyId: ALIYUN_ACCESS_KEY_ID,
    accessKeySecret: ALIYUN_ACCESS_KEY_SECRET,
    signName: ALIYUN_SMS_SIGN_NAME,
    templateCodes: readTemplateCodes(ALIYUN_SMS_TEMPLATES),
  });
}

/** `smsCode=SMS_1,applicationReturned=SMS_2,…` @throws Error for a template that this system does not send */
function readTemplateCodes(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  return z.record(z.string().refine(isMessageTemplate), z.string().min(1)).parse(Object.fromEntries(pairs));
}
