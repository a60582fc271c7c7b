import { inspect } from 'node:util';
import { messageText } from '../../lib/copy/messages';
import { db } from '../../lib/db';
import { aliyunSms } from '../../lib/providers/sms/aliyun-sms';
import { embeddedSms } from '../../lib/providers/sms/embedded-sms';
import { type Sms, type SmsProvider, SmsUndeliverable } from '../../lib/providers/sms/sms-provider';
import { withDatabase } from '../support/database';
import { answer, answerText, cut, deadAddress, FakeAliyun, hang } from '../support/fake-aliyun';
import { writtenDuring } from '../support/written-during';

withDatabase();

const PHONE = '13800000001';
const CODE = '246810';
const KEY = 'access-key-secret-of-aliyun';

let number = 0;
function smsCode(): Sms {
  const parameters = { code: CODE, minutes: '5' };
  const messageId = `00000000-0000-4000-8000-${String(++number).padStart(12, '0')}`;
  return { messageId, phone: PHONE, template: 'smsCode', parameters, text: messageText('smsCode', parameters) };
}

const aliyun = new FakeAliyun();
let address = '';
beforeAll(async () => {
  address = await aliyun.listen();
});
afterAll(() => aliyun.stop());

function aliyunAt(endpoint: string): SmsProvider {
  return aliyunSms({
    endpoint,
    protocol: 'HTTP',
    accessKeyId: 'access-key-id',
    accessKeySecret: KEY,
    signName: '中施企协',
    templateCodes: { smsCode: 'SMS_1' },
    patience: { readTimeout: 300, connectTimeout: 300 },
  });
}

const providers = {
  'the embedded outbox': {
    provider: () => embeddedSms(),
    arrived: async () => (await db().outboxSms.findMany({ orderBy: { messageId: 'asc' } })).map(({ phone }) => phone),
  },
  Aliyun: {
    provider: () => aliyunAt(address),
    arrived: async () => aliyun.asked.map(({ PhoneNumbers }) => PhoneNumbers),
  },
};

describe.each(Object.entries(providers))('an SMS through %s', (_name, { provider, arrived }) => {
  it('is taken under a number of the provider, and goes to its phone', async () => {
    const { providerId } = await provider().send(smsCode());

    expect(providerId).not.toBe('');
    expect(await arrived()).toEqual([PHONE]);
  });

  it('leaves neither phone nor code in anything that is printed', async () => {
    const written = await writtenDuring(() => provider().send(smsCode()));

    expect(written).not.toContain(PHONE);
    expect(written).not.toContain(CODE);
  });
});

describe('the embedded outbox', () => {
  it('shows the whole text', async () => {
    const sms = smsCode();

    await embeddedSms().send(sms);

    expect(await db().outboxSms.findUnique({ where: { messageId: sms.messageId } })).toMatchObject({ phone: PHONE, text: sms.text });
  });

  it('takes the same message twice for one', async () => {
    const sms = smsCode();
    const [first, second] = [await embeddedSms().send(sms), await embeddedSms().send({ ...sms, text: 'another' })];

    expect(second).toEqual(first);
    expect(await db().outboxSms.findMany({ where: { messageId: sms.messageId } })).toMatchObject([{ text: sms.text }]);
  });
});

describe('Aliyun', () => {
  it('is told the approved template with its parameters, our sign, and our number of the message', async () => {
    const sms = smsCode();

    await aliyunAt(address).send(sms);

    expect(aliyun.asked.at(-1)).toMatchObject({
      PhoneNumbers: PHONE,
      SignName: '中施企协',
      TemplateCode: 'SMS_1',
      TemplateParam: JSON.stringify(sms.parameters),
      OutId: sms.messageId,
    });
  });

  it('is not asked for a message that it has no template for', async () => {
    const before = aliyun.asked.length;

    await expect(aliyunAt(address).send({ ...smsCode(), template: 'applicationRejected' })).rejects.toThrow('applicationRejected');

    expect(aliyun.asked).toHaveLength(before);
  });
});

const refusals = [
  [
    'a number that does not exist',
    answer(200, { Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: `${PHONE} is illegal` }),
    'isv.MOBILE_NUMBER_ILLEGAL',
  ],
  ['a template that is not approved', answer(200, { Code: 'isv.SMS_TEMPLATE_ILLEGAL', Message: CODE }), 'isv.SMS_TEMPLATE_ILLEGAL'],
  [
    'too many in a minute',
    answer(200, { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发分钟级流控Permits:1' }),
    'isv.BUSINESS_LIMIT_CONTROL',
  ],
  ['a wrong key, as HTTP 4xx', answer(404, { Code: 'InvalidAccessKeyId.NotFound', Message: PHONE }), 'InvalidAccessKeyId.NotFound'],
  ['too many calls, as HTTP 4xx', answer(400, { Code: 'Throttling.User', Message: PHONE }), 'Throttling.User'],
  ['a fault of the service', answer(503, { Code: 'ServiceUnavailable', Message: PHONE }), 'ServiceUnavailable'],
  ['an answer without words', answer(200, {}), 'no answer'],
  ['an answer of a proxy', answerText(502, '<h1>Bad Gateway</h1>'), ''],
  ['no answer at all', hang, 'Timeout'],
  ['a cut connection', cut, ''],
] as const;

describe('an SMS that Aliyun does not take', () => {
  it.each(refusals)('is an error, so that the job tries again: %s', async (_why, play, said) => {
    aliyun.next(play);

    const refusal = aliyunAt(address).send(smsCode());

    await expect(refusal).rejects.toThrow(said);
  });

  it.each(refusals)('is given up at once only where another try changes nothing: %s', async (why, play) => {
    aliyun.next(play);
    const error: unknown = await aliyunAt(address)
      .send(smsCode())
      .catch((thrown: unknown) => thrown);
    expect(error instanceof SmsUndeliverable).toBe(why === 'a number that does not exist');
  });

  it.each(refusals)('tells in its error neither phone, code nor key: %s', async (_why, play) => {
    aliyun.next(play);

    let error: unknown;
    const written = await writtenDuring(async () => {
      error = await aliyunAt(address)
        .send(smsCode())
        .catch((thrown: unknown) => thrown);
    });

    expect(error).toBeInstanceOf(Error);
    for (const secret of [PHONE, CODE, KEY]) expect(written + inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });

  it('is given up when its patience is over', async () => {
    aliyun.next(hang);
    const start = performance.now();

    await expect(aliyunAt(address).send(smsCode())).rejects.toThrow('Timeout');

    expect(performance.now() - start).toBeLessThan(3000); // the client's own patience is 5 s
  });

  it('is an error too where nobody listens, and tells no secret', async () => {
    const error: unknown = await aliyunAt(await deadAddress())
      .send(smsCode())
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(Error);
    for (const secret of [PHONE, CODE, KEY]) expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});
