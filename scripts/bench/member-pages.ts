import { randomUUID } from 'node:crypto';
import { encodeForm, type PlainForm, readForm } from './form';
import type { HttpClient } from './http-client';
import { as, type Measured, Queue, type Size, sizes, sizeWords } from './measured';
import type { Seeded } from './seed';

/** Members, council, directory and dues: the same pages over 10,000, 100,000 and 1,000,000 members. */
export function memberPages(sites: Record<Size, Seeded>): Measured[] {
  const payers = new Queue(sites.small.members);
  return [
    ...sizes.flatMap((on) => staffPages(on, sites[on])),
    {
      name: '会费交纳',
      beside: 'renderedNonce',
      aim: 0.5,
      on: 'small',
      marker: '交费年度',
      ask: (client, turn) => as(client, sites.small.members.at(-1 - (turn % 20))?.session).get('/dues'),
    },
    {
      name: '提交汇款信息',
      beside: 'action',
      aim: 0.5,
      on: 'small',
      clients: [1, 20, 200],
      writes: true,
      status: 303,
      ask: (client) => file(client, payers),
    },
  ];
}

function staffPages(on: Size, { reviewer, finance, members }: Seeded): Measured[] {
  const page = (
    name: string,
    path: string | ((turn: number) => string),
    measured: Pick<Measured, 'beside' | 'aim'> & { marker?: string; session?: string },
  ): Measured => ({
    name: `${name}（${sizeWords[on]}）`,
    on,
    marker: '建',
    ...measured,
    ask: (client, turn) => as(client, measured.session ?? reviewer).get(typeof path === 'string' ? path : path(turn)),
  });
  const search = (word: string) => `search=${encodeURIComponent(word)}`;
  const memberOf = (turn: number) => members[turn % members.length];
  const list = { beside: 'list', aim: 0.7 } as const;
  return [
    page('会员列表', '/admin/members', list),
    page('按信用代码找会员', (turn) => `/admin/members?search=91${String(2_000_000 + (turn % members.length)).padStart(16, '0')}`, list),
    page('按两个字找会员', `/admin/members?${search('鸿基')}`, { beside: 'search', aim: 0.6, marker: '鸿基' }),
    page('按两个字找，没有', `/admin/members?${search('魑魅')}`, { beside: 'search', aim: 0.6, marker: '魑魅' }),
    page('会员页', (turn) => `/admin/members/${memberOf(turn)?.memberId}`, { beside: 'renderedNonce', aim: 0.5 }),
    page('公开名录', '/member/list', list),
    page('公开名录搜索', `/member/list?${search('鸿基')}`, { beside: 'search', aim: 0.6, marker: '鸿基' }),
    page('理事会', '/admin/council', list),
    page('应收会费', '/admin/dues/charges', { ...list, session: finance }),
    page('待开票', '/admin/receipts', { ...list, marker: '待开票', session: finance }),
  ];
}

let filingForm: PlainForm | null = null;

// Read once, as the other forms: what differs between members is who files, and the serial number.
async function file(client: HttpClient, payers: Queue<Seeded['members'][number]>) {
  const { session, companyId } = payers.next();
  as(client, session);
  filingForm ??= readForm((await client.get('/dues/2026/pay')).body.toString(), 'name="titleName"');
  const transfer = { paidOn: '2026-11-20', amount: '3000', level: 'ordinaryMember', email: 'caiwu@qq.com' };
  const own = { companyId, serial: companyId, key: randomUUID(), person: '韩梅', mobile: '13800000000', payer: '某建设集团有限公司' };
  return client.post('/dues/2026/pay', ...encodeForm({ fields: { ...filingForm.fields, ...transfer, ...own } }));
}
