import { sampleUscc } from '../../prisma/seed/companies';
import { MEMBER_PASSWORD } from '../../prisma/seed/people';
import { encodeForm, type PlainForm, readForm } from './form';
import type { HttpClient } from './http-client';
import type { Page } from './load';
import { as, type Measured, Queue, type Size, sizeWords } from './measured';
import { memberPages } from './member-pages';
import type { Seeded } from './seed';

/** Everything that the bench asks, in its order. */
export function productPages({ small, large, huge }: Record<Size, Seeded>): Measured[] {
  const drafts = new Queue(small.drafts);
  return [
    page('/', '首页', { beside: 'renderedNonce', aim: 0.85, marker: '新会员注册' }),
    page('/join', '入会程序', { beside: 'renderedNonce', aim: 0.85, marker: '入会程序' }),
    page('/fees', '会费标准', { beside: 'renderedNonce', aim: 0.85, marker: '会费标准' }),
    page('/login', '登录', { beside: 'renderedNonce', aim: 0.5, marker: '密码' }),
    ...(['charter', 'company', 'documents', 'dues', 'review'] as const).map((step) => wizard(step, small)),
    ...(['small', 'large'] as const).flatMap((on) => staffPages(on, on === 'small' ? small : large)),
    certificate(small),
    ...memberPages({ small, large, huge }),
    {
      name: '提交申请',
      beside: 'action',
      aim: 0.5,
      on: 'small',
      clients: [1, 20, 200],
      writes: true,
      status: 303,
      ask: (client) => submit(client, drafts),
    },
  ];
}

function page(path: string, name: string, { beside, aim, marker }: Pick<Measured, 'beside' | 'aim' | 'marker'>): Measured {
  return { name, beside, aim, marker, on: 'small', ask: (client) => client.get(path) };
}

function wizard(step: string, { drafts }: Seeded): Measured {
  const names: Record<string, string> = { charter: '章程', company: '企业信息', documents: '申请材料', dues: '会费', review: '核对并提交' };
  return {
    name: names[step] ?? step,
    beside: 'renderedNonce',
    aim: 0.5,
    on: 'small',
    marker: '步骤',
    // The last drafts: submitting takes them from the first on.
    ask: (client, turn) => as(client, drafts.at(-1 - (turn % 20))?.session).get(`/apply/${step}`),
  };
}

function staffPages(on: 'small' | 'large', { reviewer, submitted }: Seeded): Measured[] {
  const list = (name: string, query: string): Measured => ({
    name: `${name}（${sizeWords[on]}）`,
    beside: 'list',
    aim: 0.7,
    on,
    marker: '单位名称',
    ask: (client) => as(client, reviewer).get(`/admin/applications${query}`),
  });
  return [
    list('审核队列', ''),
    list('全部申请', '?state=all'),
    { ...list('搜索名称', `?state=all&search=${encodeURIComponent('鸿基')}`), beside: 'search' },
    { ...list('搜索无结果', `?state=all&search=${encodeURIComponent('魑魅')}`), beside: 'search' },
    {
      name: `审核页（${sizeWords[on]}）`,
      beside: 'renderedNonce',
      aim: 0.5,
      on,
      marker: '扫描件',
      ask: (client, turn) => as(client, reviewer).get(`/admin/applications/${submitted[turn % submitted.length]}`),
    },
  ];
}

const WITH_CERTIFICATE = 20;

/** Makes the certificates that are then asked for again and again. */
export async function makeCertificates(client: HttpClient, { members }: Seeded): Promise<void> {
  for (const member of members.slice(0, WITH_CERTIFICATE)) await askCertificate(client, member);
}

function certificate({ members }: Seeded): Measured {
  return {
    name: '会员证（已生成）',
    beside: 'file',
    aim: 0.5,
    on: 'small',
    marker: '%PDF-',
    ask: (client, turn) => askCertificate(client, members[turn % WITH_CERTIFICATE]),
  };
}

/** One member's certificate. */
export function askCertificate(client: HttpClient, member: Seeded['members'][number] | undefined) {
  return as(client, member?.session).get(`/api/certificates/${member?.companyId}`);
}

let submitForm: PlainForm | null = null;

// The form is read once: what differs between applications is its hidden id and key, so this is the post alone.
async function submit(client: HttpClient, drafts: Queue<Seeded['drafts'][number]>) {
  const draft = drafts.next();
  as(client, draft.session);
  submitForm ??= readForm((await client.get('/apply/review')).body.toString(), 'name="applicationId"');
  const own = { applicationId: draft.applicationId, key: draft.applicationId };
  return client.post('/apply/review', ...encodeForm({ fields: { ...submitForm.fields, ...own } }));
}

let loginForm: PlainForm | null = null;

/** Signing in by the plain form, as one account after the other. */
export function signInPage({ phones }: Seeded): Page {
  return {
    status: 303,
    ask: async (client, turn) => {
      client.cookies.clear();
      loginForm ??= readForm((await client.get('/login')).body.toString(), 'name="password"');
      const fields = { ...loginForm.fields, phone: phones[turn % phones.length] ?? '', password: MEMBER_PASSWORD };
      return client.post('/login', ...encodeForm({ fields }));
    },
  };
}

let registerForm: PlainForm | null = null;

/** Registering by the plain form, a company after the other, with codes that were made for it beforehand. */
export function registerPage(codes: Queue<{ phone: string; flow: string; code: string }>): Page {
  return {
    status: 303,
    ask: async (client, turn) => {
      client.cookies.clear();
      registerForm ??= readForm((await client.get('/register')).body.toString(), 'name="passwordAgain"');
      const { phone, flow, code } = codes.next();
      const password = 'qiao-liang-lu-ji-88';
      const person = { companyName: `浙江鸿基建设有限公司${turn}`, uscc: sampleUscc(turn % 900_000), name: '王建国', phone };
      const fields = { ...registerForm.fields, ...person, flow, code, password, passwordAgain: password, privacy: 'true', key: flow };
      return client.post('/register', ...encodeForm({ fields }));
    },
  };
}
