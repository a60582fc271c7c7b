import 'server-only';
import Dysmsapi, { SendSmsRequest } from '@alicloud/dysmsapi20170525';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type { MessageTemplate } from '../../copy/messages';
import { type SmsProvider, SmsUndeliverable } from './sms-provider';

export type AliyunSmsOptions = {
  endpoint: string;
  protocol: 'HTTP' | 'HTTPS';
  accessKeyId: string;
  accessKeySecret: string;
  signName: string;
  /** Our templates by the codes under which Aliyun approved them. */
  templateCodes: Partial<Record<MessageTemplate, string>>;
  /** How long it may take, in milliseconds. */
  patience?: { readTimeout: number; connectTimeout: number };
};

const PATIENCE = { readTimeout: 8000, connectTimeout: 4000 };

/** Answers that another try will not change. */
const UNDELIVERABLE = ['isv.MOBILE_NUMBER_ILLEGAL', 'isv.BLACK_KEY_CONTROL_LIMIT'];

/** 阿里云短信服务. A business refusal arrives as HTTP 200 with another code than OK. */
export function aliyunSms({ signName, templateCodes, patience = PATIENCE, ...access }: AliyunSmsOptions): SmsProvider {
  const client = new Dysmsapi(new $OpenApiUtil.Config({ ...access, ...patience }));
  return {
    async send({ messageId, phone, template, parameters }) {
      const templateCode = templateCodes[template];
      if (!templateCode) throw new Error(`no Aliyun template for ${template}`);
      const request = new SendSmsRequest({
        phoneNumbers: phone,
        signName,
        templateCode,
        templateParam: JSON.stringify(parameters),
        outId: messageId,
      });
      const { body } = await client.sendSms(request).catch((error: unknown) => {
        throw new Error(`Aliyun failed: ${codeOf(error)}`);
      });
      if (UNDELIVERABLE.includes(body?.code ?? '')) throw new SmsUndeliverable(`Aliyun refused: ${body?.code}`);
      if (body?.code !== 'OK') throw new Error(`Aliyun refused: ${body?.code ?? 'no answer'}`);
      return { providerId: body.bizId ?? '' };
    },
  };
}

// Never the client's own error: it quotes the request, and with it phone and code, and errors are logged and stored.
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
