import { toColumn } from '../../lib/days';
import { homeTasks } from '../../lib/members/home-tasks';
import { calendarOf } from '../../lib/working-days';

const calendar = calendarOf(() => true);
const filing = (state: 'pending' | 'confirmed' | 'returned', filedAt = '2026-11-20') => ({
  filing: {
    state,
    reason: state === 'returned' ? '金额不符' : null,
    email: 'zhangsan@qq.com',
    filedAt: new Date(`${filedAt}T10:00:00+08:00`),
  },
});
const part = (amountFen: number, awaitsFiling = false) => ({ amountFen, payment: { awaitsFiling } });
const paid = [part(300_000)];
const charge = (year: number, change: Partial<Parameters<typeof homeTasks>[0]['charges'][number]> = {}) => ({
  ...{ year, state: 'open' as const, amountFen: 300_000, dueOn: toColumn(`${year}-06-30`), allocations: [], filings: [], receipts: [] },
  ...change,
});
const tasks = (charges: ReturnType<typeof charge>[], rename: 'pending' | 'returned' | null = null, day = '2026-11-25') =>
  homeTasks({ state: 'active', charges, rename, exit: false, incomplete: [], day, calendar });

describe('what a member has to do', () => {
  it('is nothing when all is paid and no receipt was ever asked for', () => {
    expect(tasks([charge(2026, { allocations: paid })])).toEqual([]);
  });

  it('is to wait while the year’s dues are not raised, as after an import; not for one who is no member any more', () => {
    const facts = {
      charges: [charge(2025, { allocations: paid })],
      rename: null,
      exit: false,
      incomplete: [],
      day: '2026-11-25',
      calendar,
    };
    expect(homeTasks({ ...facts, state: 'active' })).toEqual([{ kind: 'notRaised', year: 2026 }]);
    expect(homeTasks({ ...facts, state: 'withdrawn' })).toEqual([]);
  });

  it('is to complete what an import left open of its own data, not what staff have to look at', () => {
    const facts = { charges: [charge(2026, { allocations: paid })], rename: null, exit: false, day: '2026-11-25', calendar };
    const incomplete = ['uscc', 'address', 'profile', 'dues'];
    expect(homeTasks({ ...facts, state: 'active', incomplete })).toEqual([{ kind: 'incomplete', count: 2 }]);
    expect(homeTasks({ ...facts, state: 'active', incomplete: ['uscc', 'dues'] })).toEqual([]);
    expect(homeTasks({ ...facts, state: 'expelled', incomplete })).toEqual([]);
  });

  it('begins with what is late, the longest first, then what was returned, then what is due', () => {
    const list = tasks([charge(2027), charge(2026), charge(2025)], 'returned');
    expect(list.map((task) => [task.kind, 'year' in task ? task.year : 0])).toEqual([
      ['pay', 2025],
      ['pay', 2026],
      ['renameReturned', 0],
      ['pay', 2027],
    ]);
    expect(list[1]).toMatchObject({ lateDays: 148, amountFen: 300_000, dueOn: '2026-06-30' });
  });

  it('asks for what is missing, to the fen', () => {
    expect(tasks([charge(2026, { allocations: [part(299_999)], filings: [filing('confirmed')] })])).toMatchObject([
      { kind: 'pay', amountFen: 1 },
    ]);
  });

  it('is to say whose money it was that came without a word', () => {
    expect(tasks([charge(2026, { allocations: [part(300_000, true)] })])).toEqual([{ kind: 'unfiled', year: 2026 }]);
  });

  it('is not late on the day it is due', () => {
    expect(tasks([charge(2026)], null, '2026-06-30')).toMatchObject([{ kind: 'pay', lateDays: 0 }]);
  });

  it('says who waits for whom: filed, confirmed, issued', () => {
    expect(tasks([charge(2026, { filings: [filing('pending')] })])).toMatchObject([{ kind: 'filed', receiptDueOn: '2026-11-27' }]);
    expect(tasks([charge(2026, { filings: [filing('confirmed')], allocations: paid })])).toMatchObject([{ kind: 'receiptDue' }]);
    const receipts = [{ receipt: { state: 'issued' as const, issuedOn: toColumn('2026-11-24') } }];
    expect(tasks([charge(2026, { filings: [filing('confirmed')], allocations: paid, receipts })])).toMatchObject([
      { kind: 'receipt', issuedOn: '2026-11-24', email: 'zhangsan@qq.com' },
    ]);
  });

  it('follows the filing that was made last', () => {
    expect(tasks([charge(2026, { filings: [filing('pending', '2026-11-22'), filing('returned', '2026-11-01')] })])).toMatchObject([
      { kind: 'filed' },
    ]);
    expect(tasks([charge(2026, { filings: [filing('returned', '2026-11-22')] })])).toMatchObject([{ kind: 'refile', reason: '金额不符' }]);
  });

  it('shows the latest receipt only, and nothing of dues that are waived or cancelled', () => {
    const receipts = [{ receipt: { state: 'issued' as const, issuedOn: toColumn('2026-01-10') } }];
    const issued = { filings: [filing('confirmed')], allocations: paid, receipts };
    expect(tasks([charge(2025, issued), charge(2024, issued)], null, '2025-12-01')).toMatchObject([{ kind: 'receipt', year: 2025 }]);
    expect(
      tasks([charge(2026, { state: 'waived' }), charge(2025, { state: 'cancelled', filings: [filing('confirmed')], allocations: paid })]),
    ).toEqual([]);
  });
});
