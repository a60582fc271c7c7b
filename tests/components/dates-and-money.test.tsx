import { render, screen, within } from '@testing-library/react';
import { ApplicationHistory } from '../../components/applications/application-history';
import { CertificateCard } from '../../components/certificates/certificate-card';
import { DuesTable } from '../../components/dues/dues-table';
import { FilingAnswersFacts } from '../../components/dues/filing-answers';
import { FilingSummary } from '../../components/dues/filing-summary';
import type { HistoryEvent } from '../../lib/applications/views';
import type { DuesRow } from '../../lib/dues/views';

const event = (id: string, name: HistoryEvent['event'], createdAt: string, reason: string | null = null): HistoryEvent => ({
  id,
  event: name,
  actorName: name === 'submit' ? '张建国' : '刘审核',
  byStaff: name !== 'submit',
  reason,
  createdAt: new Date(createdAt),
});

describe('the history of an application', () => {
  const events = [
    event('1', 'submit', '2026-11-22T06:32:00Z'),
    event('2', 'return', '2026-11-23T16:05:00Z', '营业执照看不清'),
    event('3', 'approve', '2026-12-01T00:00:00Z', '会费另行催交'),
  ];
  const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

  it('stands newest first, in the time of Beijing', () => {
    render(<ApplicationHistory events={events} />);

    expect(lines()).toEqual([
      '审核通过 · 刘审核会费另行催交2026年12月1日 08:00',
      '退回修改 · 刘审核营业执照看不清2026年11月24日 00:05',
      '提交申请 · 张建国2026年11月22日 14:32',
    ]);
  });

  it('shows an applicant neither the name of the reviewer nor the reason of an early approval', () => {
    render(<ApplicationHistory events={events} forApplicant />);

    expect(lines()).toEqual([
      '审核通过 · 协会2026年12月1日 08:00',
      '退回修改 · 协会营业执照看不清2026年11月24日 00:05',
      '提交申请 · 张建国2026年11月22日 14:32',
    ]);
  });

  it('says so while there is none', () => {
    render(<ApplicationHistory events={[]} />);

    expect(screen.getByText('还没有提交。')).toBeInTheDocument();
  });
});

describe('the dues of a company', () => {
  const row = (part: Partial<DuesRow>): DuesRow => ({
    id: String(part.year),
    year: 2026,
    kind: 'standard',
    amountFen: 300_000,
    openFen: part.status && part.status !== 'unpaid' ? 0 : (part.amountFen ?? 300_000),
    dueOn: '2026-06-30',
    status: 'unpaid',
    business: 'none',
    receipted: false,
    receipt: null,
    method: null,
    ...part,
  });
  const cells = () =>
    within(screen.getByRole('table', { name: '会费交纳记录' }))
      .getAllByRole('row')
      .slice(1)
      .map((line) =>
        within(line)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      );

  it('say in words how each year stands, with money to the fen', () => {
    render(
      <DuesTable
        rows={[
          row({ year: 2026 }),
          row({ year: 2025, status: 'paid', business: 'confirmed', method: 'bank', receipted: true, amountFen: 5_000_000 }),
          row({ year: 2024, business: 'returned', method: 'bank', amountFen: 123_456_705 }),
        ]}
      />,
    );

    expect(cells()).toEqual([
      ['1', '2026', '待交费', '3,000.00', '—', '未提交', '否', '交费查看'],
      ['2', '2025', '已交费', '50,000.00', '银行汇款', '已确认', '已开票', '查看'],
      ['3', '2024', '待交费', '1,234,567.05', '银行汇款', '已退回', '否', '交费查看'],
    ]);
  });

  it('say so while there are none', () => {
    render(<DuesTable rows={[]} />);

    expect(screen.getByText(/还没有会费记录。/)).toBeInTheDocument();
  });
});

const facts = () =>
  Object.fromEntries(
    screen.getAllByRole('term').map((term, index) => [term.textContent, screen.getAllByRole('definition')[index]?.textContent]),
  );

describe('a transfer', () => {
  it('is shown as it was typed, with its day and its amount made readable', () => {
    render(
      <FilingAnswersFacts answers={{ amount: '3,000.5', paidOn: '2026-11-03', payer: '远筑建设', serial: '', titleName: '远筑建设' }} />,
    );

    expect(facts()).toEqual({ 单位名称: '远筑建设', 汇款账户户名: '远筑建设', 汇款日期: '2026年11月3日', '汇款金额（元）': '¥3,000.50' });
  });

  it('is summed up for finance, leaving out what was not given', () => {
    render(
      <FilingSummary
        filing={{
          id: 'f-1',
          state: 'pending',
          reason: null,
          titleName: '远筑建设',
          titleUscc: '91110000100000000R',
          person: '张建国',
          mobile: '13800000001',
          email: 'someone@qq.com',
          payer: '远筑建设',
          payerBank: '',
          payerAccount: '',
          amountFen: 600_000,
          serial: null,
          note: '',
          filedAt: new Date('2026-11-22T16:00:00Z'),
          paidOn: '2026-11-22',
          years: [2025, 2026],
          charges: [],
          openFen: 600_000,
          forRefund: false,
          refunded: false,
        }}
      />,
    );

    expect(facts()).toEqual({
      状态: '待确认',
      交费年度: '2025、2026',
      汇款金额: '¥6,000.00',
      汇款日期: '2026年11月22日',
      汇款户名: '远筑建设',
      银行流水号: '见汇款凭证',
      票据抬头: '远筑建设（91110000100000000R）',
      交费人: '张建国 13800000001',
      接收邮箱: 'someone@qq.com',
      填写时间: '2026年11月23日 00:00',
    });
  });
});

describe('a certificate', () => {
  it('says until when it is valid, and can be downloaded', () => {
    render(
      <CertificateCard
        name="远筑建设"
        level="ordinaryMember"
        validUntil="2027-06-30"
        href="/api/certificates/c-1"
        details="/certificate"
      />,
    );

    const card = within(screen.getByRole('region', { name: '会员证' }));
    expect(card.getByText('普通会员 · 有效期至 2027年6月30日')).toBeInTheDocument();
    expect(card.getByRole('link', { name: '下载电子会员证' })).toHaveAttribute('href', '/api/certificates/c-1');
  });
});
