import * as z from 'zod';
import { applicationTransitions, EDITABLE, TERMINAL } from '../../lib/applications/states';
import { exitTransitions, noticeTransitions, requestTransitions } from '../../lib/companies/states';
import {
  applicationEventLabels,
  applicationStateLabels,
  applicationStateTexts,
  companyFieldLabels,
  fileKindLabels,
  liaisonOrderLabels,
} from '../../lib/copy/applications';
import { changeEventLabels, changeKindLabels, changeStateLabels } from '../../lib/copy/companies';
import {
  businessStatusLabels,
  businessText,
  duesStatusLabels,
  filingEventLabels,
  filingStateLabels,
  levelLabels,
} from '../../lib/copy/dues';
import { memberEventHints, memberEventLabels, memberStateLabels, seatLabels, standingLabels, verdictTexts } from '../../lib/copy/members';
import { documentKindLabels, erasureEventLabels, erasureStateLabels } from '../../lib/copy/personal';
import { receiptEventLabels, receiptImportEventLabels, requestEventLabels } from '../../lib/copy/receipts';
import { staffRoleLabels } from '../../lib/copy/staff';
import { db } from '../../lib/db';
import { filingTransitions } from '../../lib/dues/states';
import * as enums from '../../lib/generated/prisma/enums';
import { ENDED, memberTransitions, stateEvents } from '../../lib/members/states';
import { erasureTransitions } from '../../lib/personal/states';
import {
  receiptImportTransitions,
  receiptTransitions,
  requestTransitions as requestTransitionsOfReceipts,
} from '../../lib/receipts/states';
import { withDatabase } from '../support/database';

withDatabase();

const enumeration = z.array(z.object({ name: z.string(), values: z.array(z.string()) }));

const machines = [
  {
    name: 'an application',
    states: Object.values(enums.ApplicationState),
    initial: 'draft',
    terminal: TERMINAL,
    rows: applicationTransitions,
    labels: applicationEventLabels,
  },
  {
    name: 'a filing',
    states: Object.values(enums.FilingState),
    initial: 'pending',
    terminal: [],
    rows: filingTransitions,
    labels: filingEventLabels,
  },
  {
    name: "a notice of a member's change",
    states: ['pending', 'acknowledged', 'undone'],
    initial: 'pending',
    terminal: ['undone'],
    rows: noticeTransitions,
    labels: changeEventLabels,
  },
  {
    name: 'a request for another name',
    states: ['pending', 'returned', 'confirmed', 'withdrawn'],
    initial: 'pending',
    terminal: ['confirmed', 'withdrawn'],
    rows: requestTransitions,
    labels: changeEventLabels,
  },
  {
    name: 'a receipt',
    states: Object.values(enums.ReceiptState),
    initial: 'issued',
    terminal: ['reversed'],
    rows: receiptTransitions,
    labels: receiptEventLabels,
  },
  {
    name: 'what a member asks of a receipt',
    states: Object.values(enums.ReceiptRequestState),
    initial: 'open',
    terminal: ['answered', 'declined', 'fulfilled'],
    rows: requestTransitionsOfReceipts,
    labels: requestEventLabels,
  },
  {
    name: 'receipts that come in many at once',
    states: Object.values(enums.ReceiptImportState),
    initial: 'reading',
    terminal: ['committed', 'discarded'],
    rows: receiptImportTransitions,
    labels: receiptImportEventLabels,
  },
  {
    name: 'a request to leave',
    states: ['pending', 'confirmed', 'declined', 'withdrawn'],
    initial: 'pending',
    terminal: ['confirmed', 'declined', 'withdrawn'],
    rows: exitTransitions,
    labels: changeEventLabels,
  },
  {
    name: 'a request to be erased',
    states: Object.values(enums.ErasureState),
    initial: 'pending',
    terminal: ['accepted', 'declined', 'withdrawn'],
    rows: erasureTransitions,
    labels: erasureEventLabels,
  },
  {
    name: 'a membership',
    states: Object.values(enums.MemberState),
    initial: 'active',
    terminal: [],
    rows: memberTransitions,
    labels: memberEventLabels,
  },
] as const;

describe.each(machines)('the states of $name', ({ states, initial, terminal, rows, labels }) => {
  const known: readonly string[] = states;
  const all: readonly { from: string; event: string; to: string }[] = rows;

  it('are the only ones that its transitions name', () => {
    expect(all.filter(({ from, to }) => !known.includes(from) || !known.includes(to))).toEqual([]);
  });

  it('lead on by each event to one state', () => {
    const steps = all.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('end where nothing leads on, and nowhere else', () => {
    expect(known.filter((state) => !all.some(({ from }) => from === state)).toSorted()).toEqual([...terminal].toSorted());
  });

  it('can all be reached from the first', () => {
    const reached = new Set<string>([initial]);
    for (let round = 0; round < known.length; round++) for (const { from, to } of all) if (reached.has(from)) reached.add(to);
    expect([...reached].toSorted()).toEqual([...known].toSorted());
  });

  it('change by events that have a name for people', () => {
    expect(all.filter(({ event }) => !new Map(Object.entries(labels)).get(event))).toEqual([]);
  });
});

describe('the life of an application (product 4)', () => {
  it('is these twelve transitions, and returning and rejecting need a reason', () => {
    const rows = applicationTransitions.map(
      ({ from, event, to, needsReason }) => `${from} –${event}→ ${to}${needsReason ? ' with a reason' : ''}`,
    );
    expect(rows.toSorted()).toEqual([
      'draft –submit→ submitted',
      'draft –withdraw→ withdrawn',
      'passed –approve→ approved',
      'passed –reject→ rejected with a reason',
      'passed –return→ returned with a reason',
      'returned –submit→ submitted',
      'returned –withdraw→ withdrawn',
      'submitted –approve→ approved',
      'submitted –pass→ passed',
      'submitted –reject→ rejected with a reason',
      'submitted –return→ returned with a reason',
      'submitted –withdraw→ withdrawn',
    ]);
  });

  it('lets the applicant change answers exactly where submitting leads on', () => {
    expect([...EDITABLE].toSorted()).toEqual(
      applicationTransitions
        .filter(({ event }) => event === 'submit')
        .map(({ from }) => from)
        .toSorted(),
    );
  });
});

describe('the life of a membership (product 2, 7)', () => {
  it('is these ten transitions, each with a reason', () => {
    expect(memberTransitions.map(({ from, event, to }) => `${from} –${event}→ ${to}`).toSorted()).toEqual([
      'active –expel→ expelled',
      'active –merge→ withdrawn',
      'active –suspend→ suspended',
      'active –withdraw→ withdrawn',
      'expelled –reinstate→ active',
      'suspended –expel→ expelled',
      'suspended –merge→ withdrawn',
      'suspended –reinstate→ active',
      'suspended –withdraw→ withdrawn',
      'withdrawn –reinstate→ active',
    ]);
    expect(memberTransitions.every(({ needsReason }) => needsReason)).toBe(true);
  });

  it('leads from where it has ended only back, and each event says what it means', () => {
    expect(memberTransitions.filter(({ from, event }) => ENDED.includes(from) && event !== 'reinstate')).toEqual([]);
    expect(Object.keys(memberEventHints).toSorted()).toEqual(Object.keys(memberEventLabels).toSorted());
    expect(Object.keys(memberEventLabels).toSorted()).toEqual([...stateEvents, 'merge'].toSorted());
  });
});

describe('the database', () => {
  it('knows the same values of each enumeration as the code, in the same order', async () => {
    const rows = await db().$queryRaw`
      SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS values
      FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname = 'public' GROUP BY t.typname`;
    const inCode = Object.entries(enums).map(([name, values]) => [name, Object.values(values)] as const);
    expect(Object.fromEntries(enumeration.parse(rows).map(({ name, values }) => [name, values]))).toEqual(Object.fromEntries(inCode));
  });
});

describe('the words for a value', () => {
  const textsOf = (labels: Record<string, string | { text: string }>) =>
    Object.entries(labels).map(([value, label]) => [value, typeof label === 'string' ? label : label.text] as const);

  it.each([
    ['an application', applicationStateLabels, enums.ApplicationState],
    ['where an application stands', applicationStateTexts, enums.ApplicationState],
    ['a filing', filingStateLabels, enums.FilingState],
    ['a member', memberStateLabels, enums.MemberState],
    ['a level', levelLabels, enums.Level],
    ['a document', fileKindLabels, enums.FileKind],
    ['a liaison', liaisonOrderLabels, enums.LiaisonOrder],
    ['a role', staffRoleLabels, enums.StaffRole],
    ['a request to be erased', erasureStateLabels, enums.ErasureState],
    ['a public document', documentKindLabels, enums.DocumentKind],
    ['a change', changeStateLabels, enums.ChangeState],
    ['what kind of change it is', changeKindLabels, enums.ChangeKind],
  ])('of %s are there, Chinese, and no two are the same', (_, labels, values) => {
    const texts = textsOf(labels);
    expect(texts.map(([value]) => value).toSorted()).toEqual(Object.values(values).toSorted());
    expect(texts.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    expect(new Set(texts.map(([, text]) => text)).size).toBe(texts.length);
  });

  it('are those of the manual and of product 2, 4 and 6', () => {
    expect(Object.fromEntries(textsOf(applicationStateLabels))).toMatchObject({
      draft: '填写中',
      submitted: '待审核',
      returned: '退回修改',
      approved: '通过',
      rejected: '不予通过',
    });
    expect(Object.fromEntries(textsOf(memberStateLabels))).toEqual({
      active: '正常',
      suspended: '暂停',
      withdrawn: '已退会',
      expelled: '已除名',
    });
    expect(levelLabels).toEqual({
      ordinaryMember: '普通会员',
      councilMember: '理事单位',
      standingCouncilMember: '常务理事单位',
      vicePresident: '副会长单位',
    });
    expect(Object.fromEntries(textsOf(duesStatusLabels))).toMatchObject({
      unpaid: '待交费',
      paid: '已交费',
      waived: '免交',
      toRefund: '待退费',
      refunded: '已退费',
    });
    expect(businessStatusLabels).toEqual({
      none: '未提交',
      pending: '待确认',
      returned: '已退回',
      unfiled: '待补登记',
      confirmed: '已确认',
    });
    expect(businessText({ status: 'unpaid', business: 'none' })).toBe('未提交');
    for (const status of ['waived', 'toRefund', 'refunded', 'cancelled'] as const) {
      expect(businessText({ status, business: 'confirmed' })).toBe('—');
      expect(businessText({ status, business: 'pending' })).toBe('待确认');
    }
    expect(Object.fromEntries(textsOf(standingLabels))).toEqual({ settled: '正常', unpaid: '待交费', pending: '待确认', overdue: '欠费' });
  });

  it('always write 交费, never 缴费', () => {
    const all = [
      applicationStateLabels,
      applicationEventLabels,
      applicationStateTexts,
      companyFieldLabels,
      duesStatusLabels,
      filingEventLabels,
      memberEventLabels,
      memberEventHints,
      seatLabels,
      verdictTexts,
    ];
    expect(JSON.stringify(all)).not.toContain('缴');
  });
});
