import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as z from 'zod/mini';
import { FilingFields } from '../../components/dues/filing-fields';
import { TellTicked, TickedAccount, TickedYears } from '../../components/dues/ticked-years';
import { useTickedFen, YearBoxes } from '../../components/dues/year-boxes';
import { Form } from '../../components/form/form';
import { fakeAction } from '../support/fake-action';
import { servePage } from '../support/server-page';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const account = { accountName: '中国施工企业管理协会', bank: '工商银行', accountNumber: '0200', bankCode: '' };
const own = { year: 2026, openFen: 300_000, dueOn: '2026-06-30' };
const boxes = {
  name: 'otherYears',
  years: [
    { year: 2024, openFen: 300_000, dueOn: '2024-06-30' },
    { year: 2025, openFen: 1_000, dueOn: '2025-06-30' },
  ],
};

function Fields() {
  return <FilingFields today="2026-11-26" amountFen={own.openFen + useTickedFen(boxes)} />;
}

const page = (
  <TickedYears>
    <TickedAccount account={account} own={own} uscc="91110000710935003U" />
    <Form action={fakeAction().action} schema={z.looseObject({})} values={{ amount: '3000.00' }} labels={{}}>
      <YearBoxes {...boxes} />
      <TellTicked {...boxes} />
      <Fields />
    </Form>
  </TickedYears>
);

const told = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);
const amount = () => screen.getByLabelText(/汇款金额/);

describe('several years in one transfer', () => {
  it('are what the account asks for: their sum, and a memo that names them', async () => {
    const user = userEvent.setup();
    render(page);
    expect(told()).toEqual(expect.arrayContaining(['¥3,000.00', '2026会费91110000710935003U']));
    await user.click(screen.getByLabelText(/2025 年度/));
    await waitFor(() => expect(told()).toEqual(expect.arrayContaining(['¥3,010.00', '2025-2026会费91110000710935003U'])));
    await user.click(screen.getByLabelText(/2024 年度/));
    await waitFor(() => expect(told()).toEqual(expect.arrayContaining(['¥6,010.00', '2024-2026会费91110000710935003U'])));
  });

  it('are followed by 汇款金额, until somebody has typed another', async () => {
    const user = userEvent.setup();
    render(page);
    await user.click(screen.getByLabelText(/2025 年度/));
    await waitFor(() => expect(amount()).toHaveValue('3010.00'));
    await user.clear(amount());
    await user.type(amount(), '5000');
    await user.click(screen.getByLabelText(/2024 年度/));
    await waitFor(() => expect(screen.getByText('应交 ¥6,010.00，请核对实际汇款金额。')).toBeVisible());
    expect(amount()).toHaveValue('5000');
  });

  it('are told one by one before any script runs: the account asks for the year of the page', async () => {
    await servePage(page);
    expect(told()).toEqual(expect.arrayContaining(['¥3,000.00', '2026会费91110000710935003U']));
  });
});
