import 'server-only';
import * as z from 'zod';

const flag = z.enum(['true', 'false']).default('false');

const schema = z.object({
  DATABASE_URL: z.string('必须填写：应用所用数据库的地址').regex(/^postgres(ql)?:\/\//, '应以 postgresql:// 开头'),
  SITE_URL: z.url({ protocol: /^https?$/, error: '必须填写：网站地址，例如 https://hygl.cacem.com.cn' }),
  AUTH_SECRET: z.string('必须填写：至少 32 个字符的随机密钥').min(32, '至少 32 个字符'),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string('必须填写，且与构建时相同：openssl rand -base64 32'),
  EMBEDDED_PROVIDERS: z.string().default(''),
  STORAGE: z.enum(['disk', 's3'], '应为 disk 或 s3').default('disk'),
  STORAGE_FOLDER: z.string().optional(),
  S3_ENDPOINT: z.url('应为地址').optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: flag,
  SMS: z.enum(['embedded', 'aliyun'], '应为 embedded 或 aliyun').default('embedded'),
  ALIYUN_SMS_ENDPOINT: z.string().default('dysmsapi.aliyuncs.com'),
  ALIYUN_SMS_PROTOCOL: z.enum(['HTTPS', 'HTTP']).default('HTTPS'),
  ALIYUN_ACCESS_KEY_ID: z.string().optional(),
  ALIYUN_ACCESS_KEY_SECRET: z.string().optional(),
  ALIYUN_SMS_SIGN_NAME: z.string().optional(),
  ALIYUN_SMS_TEMPLATES: z.string().optional(),
  /** `off`: no page offers e-mail. */
  MAIL: z.enum(['smtp', 'embedded', 'off'], '应为 smtp、embedded 或 off').default('off'),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: '应为 smtps://用户名:密码@主机:465 或 smtp://用户名:密码@主机:587，用户名和密码中的特殊字符须转义',
    })
    .refine(isDecodable, '用户名和密码中的特殊字符须转义，例如 @ 写成 %40')
    .optional(),
  MAIL_FROM: z.email('应为发信邮箱，例如 huiyuan@cacem.com.cn').optional(),
  /** `off`: dues are paid by bank transfer, and no page speaks of anything else. */
  PAYMENT: z.enum(['alipay', 'embedded', 'off'], '应为 alipay、embedded 或 off').default('off'),
  ALIPAY_GATEWAY: z.url('应为地址').default('https://openapi.alipay.com/gateway.do'),
  ALIPAY_APP_ID: z.string().optional(),
  ALIPAY_PRIVATE_KEY: z.string().optional(),
  ALIPAY_PUBLIC_KEY: z.string().optional(),
  ALIPAY_SELLER_ID: z
    .string()
    .regex(/^2088\d{12}$/, '应为以 2088 开头的 16 位收款账号 PID')
    .optional(),
  /** Demo and tests only: authenticators whose codes the outbox page shows, `phone=secret,…`. */
  DEMO_AUTHENTICATORS: z
    .string()
    .regex(/^1\d{10}=[A-Z2-7]+(,1\d{10}=[A-Z2-7]+)*$/, '应为 手机号=密钥,…')
    .optional(),
  TRUSTED_PROXIES: z.coerce.number('应为数字').int().min(0).max(5).default(0),
  WORKER: z.enum(['inline', 'off'], '应为 inline 或 off').default('inline'),
  CRON_SECRET: z.string().min(16, '至少 16 个字符').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Env = z.infer<typeof schema>;

let cached: Env | undefined;

/**
 * The environment, validated once. Never called while building, only while serving or in scripts.
 * @throws Error with one line for every missing or wrong variable.
 */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Validates `source`; every problem is named in one message. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  const wrong = result.error?.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`) ?? [];
  const lines = [...wrong, ...lacking(given)].map((line) => `  ${line}`);
  if (result.success && !lines.length) return result.data;
  throw new Error(`环境变量有 ${lines.length} 处需要修改（说明见 README「配置」）：\n${lines.join('\n')}`);
}

// What one variable asks of another; also said when something else is wrong, so that one start tells everything.
function lacking(given: Record<string, string | undefined>): string[] {
  const { STORAGE = 'disk', SMS = 'embedded', MAIL = 'off', PAYMENT = 'off', EMBEDDED_PROVIDERS = '', DEMO_AUTHENTICATORS, WORKER } = given;
  const embedded = EMBEDDED_PROVIDERS.split(',').map((name) => name.trim());
  const needed = (names: readonly string[], when: string) =>
    names.filter((name) => !given[name]).map((name) => `${name}：${when} 时必须填写`);
  return [
    ...(STORAGE === 's3' ? needed(['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'], 'STORAGE=s3') : []),
    ...(STORAGE === 'disk' ? needed(['STORAGE_FOLDER'], 'STORAGE=disk') : []),
    ...(STORAGE === 'disk' && !embedded.includes('storage')
      ? ['STORAGE：生产环境请用 s3；要用磁盘存储，须在 EMBEDDED_PROVIDERS 中写明 storage']
      : []),
    ...(SMS === 'aliyun'
      ? needed(['ALIYUN_ACCESS_KEY_ID', 'ALIYUN_ACCESS_KEY_SECRET', 'ALIYUN_SMS_SIGN_NAME', 'ALIYUN_SMS_TEMPLATES'], 'SMS=aliyun')
      : []),
    ...(SMS === 'embedded' && !embedded.includes('sms')
      ? ['SMS：生产环境请用 aliyun；要用内置短信（只写入发件箱页面），须在 EMBEDDED_PROVIDERS 中写明 sms']
      : []),
    ...(MAIL === 'smtp' ? needed(['SMTP_URL', 'MAIL_FROM'], 'MAIL=smtp') : []),
    ...(MAIL === 'embedded' && (SMS !== 'embedded' || !embedded.includes('mail'))
      ? ['MAIL：生产环境请用 smtp 或 off；要用内置邮件（只写入发件箱页面），短信也须是内置的，并在 EMBEDDED_PROVIDERS 中写明 mail']
      : []),
    ...(PAYMENT === 'alipay'
      ? needed(['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY', 'ALIPAY_SELLER_ID'], 'PAYMENT=alipay')
      : []),
    ...(PAYMENT === 'embedded' && (SMS !== 'embedded' || !embedded.includes('payment'))
      ? ['PAYMENT：生产环境请用 alipay 或 off；要用演示收银台（不收真钱），短信也须是内置的，并在 EMBEDDED_PROVIDERS 中写明 payment']
      : []),
    ...(DEMO_AUTHENTICATORS && SMS !== 'embedded' ? ['DEMO_AUTHENTICATORS：只用于演示，生产环境请删除'] : []),
    ...(WORKER === 'off' ? needed(['CRON_SECRET'], 'WORKER=off') : []),
  ];
}

function isDecodable(url: string): boolean {
  const { username, password } = new URL(url);
  return !/%(?![0-9a-f]{2})/i.test(username + password);
}
