import { readEnv } from '../../lib/env';

const SECRET = 'a secret of at least thirty-two characters';
const good = {
  DATABASE_URL: 'postgresql://app@localhost/members',
  SITE_URL: 'https://hygl.cacem.com.cn',
  AUTH_SECRET: SECRET,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: SECRET,
  EMBEDDED_PROVIDERS: 'storage, sms',
  STORAGE_FOLDER: '/srv/files',
};
const refusal = (source: Record<string, string | undefined>) => {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    return String(error)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split('：')[0]);
  }
};

describe('the environment', () => {
  it('is taken with its defaults when everything is there', () => {
    expect(readEnv(good)).toMatchObject({
      STORAGE: 'disk',
      SMS: 'embedded',
      MAIL: 'off',
      WORKER: 'inline',
      TRUSTED_PROXIES: 0,
      S3_FORCE_PATH_STYLE: 'false',
    });
  });

  it('tells of every problem in one message, each with the name of its variable', () => {
    expect(() => readEnv({ ...good, DATABASE_URL: 'mysql://x', SITE_URL: 'hygl', AUTH_SECRET: 'short', WORKER: 'sometimes' })).toThrow(
      /环境变量有 4 处需要修改[\s\S]*DATABASE_URL[\s\S]*SITE_URL[\s\S]*AUTH_SECRET[\s\S]*WORKER/,
    );
  });

  it('names what an empty environment lacks', () => {
    expect(refusal({})).toEqual([
      'DATABASE_URL',
      'SITE_URL',
      'AUTH_SECRET',
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
      'STORAGE_FOLDER',
      'STORAGE',
      'SMS',
    ]);
  });

  it('refuses the authenticators of the demo where SMS are really sent', () => {
    const demo = { ...good, DEMO_AUTHENTICATORS: '13900000001=GEZDGNBVGY3TQOJQ' };
    const aliyun = {
      SMS: 'aliyun',
      ALIYUN_ACCESS_KEY_ID: 'x',
      ALIYUN_ACCESS_KEY_SECRET: 'x',
      ALIYUN_SMS_SIGN_NAME: 'x',
      ALIYUN_SMS_TEMPLATES: 'x',
    };
    expect(refusal(demo)).toEqual([]);
    expect(refusal({ ...demo, ...aliyun })).toEqual(['DEMO_AUTHENTICATORS']);
  });

  it('takes an empty variable for a missing one', () => {
    expect(refusal({ ...good, AUTH_SECRET: '' })).toEqual(['AUTH_SECRET']);
  });

  it.each([
    ['storage', 'SMS'],
    ['sms', 'STORAGE'],
  ])('refuses embedded providers that are not named: with only %s, %s is at fault', (named, fault) => {
    expect(refusal({ ...good, EMBEDDED_PROVIDERS: named })).toEqual([fault]);
  });

  it('refuses both when none is named', () => {
    expect(refusal({ ...good, EMBEDDED_PROVIDERS: undefined })).toEqual(['STORAGE', 'SMS']);
  });

  it('asks for what the real providers need', () => {
    expect(refusal({ ...good, EMBEDDED_PROVIDERS: '', STORAGE: 's3', SMS: 'aliyun' })).toEqual([
      'S3_BUCKET',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
      'ALIYUN_ACCESS_KEY_ID',
      'ALIYUN_ACCESS_KEY_SECRET',
      'ALIYUN_SMS_SIGN_NAME',
      'ALIYUN_SMS_TEMPLATES',
    ]);
  });

  it('needs nothing for e-mail where there is none, and server and sender where there is', () => {
    const smtp = { ...good, MAIL: 'smtp', SMTP_URL: 'smtps://huiyuan:p%40ss@smtp.qiye.aliyun.com:465', MAIL_FROM: 'huiyuan@cacem.com.cn' };
    expect(refusal(smtp)).toEqual([]);
    expect(refusal({ ...smtp, SMTP_URL: undefined, MAIL_FROM: undefined })).toEqual(['SMTP_URL', 'MAIL_FROM']);
    expect(refusal({ ...smtp, SMTP_URL: 'https://mail', MAIL_FROM: '协会' })).toEqual(['SMTP_URL', 'MAIL_FROM']);
    expect(refusal({ ...smtp, SMTP_URL: 'smtps://huiyuan:100%@smtp.qiye.aliyun.com' })).toEqual(['SMTP_URL']);
  });

  it('takes the embedded mail only where it is named and SMS are embedded too: its outbox is open to everybody', () => {
    const embedded = { ...good, MAIL: 'embedded', EMBEDDED_PROVIDERS: 'storage,sms,mail' };
    expect(refusal(embedded)).toEqual([]);
    expect(refusal({ ...embedded, EMBEDDED_PROVIDERS: 'storage,sms' })).toEqual(['MAIL']);
    const aliyun = {
      SMS: 'aliyun',
      ALIYUN_ACCESS_KEY_ID: 'x',
      ALIYUN_ACCESS_KEY_SECRET: 'x',
      ALIYUN_SMS_SIGN_NAME: 'x',
      ALIYUN_SMS_TEMPLATES: 'x',
    };
    expect(refusal({ ...embedded, ...aliyun })).toEqual(['MAIL']);
  });

  it('does not let jobs go unworked: without a worker there must be a secret for the ticks', () => {
    expect(refusal({ ...good, WORKER: 'off' })).toEqual(['CRON_SECRET']);
    expect(refusal({ ...good, WORKER: 'off', CRON_SECRET: 'sixteen characters' })).toEqual([]);
  });

  it('repeats no secret in its message', () => {
    expect(() => readEnv({ ...good, AUTH_SECRET: 'hunter2' })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
    );
  });
});
