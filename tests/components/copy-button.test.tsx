import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PaymentAccount } from '../../components/dues/payment-account';

const account = { accountName: '中国施工企业管理协会', bank: '中国工商银行北京分行', accountNumber: '0200 0033', bankCode: '' };
const button = (label: string) => screen.getByRole('button', { name: `复制${label}` });
const says = (label: string, words: string) => waitFor(() => expect(button(label).textContent).toBe(words));

function open() {
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  render(<PaymentAccount account={account} amount="¥3,000.00" memo="远筑建设 2026 会费" />);
  return user;
}

/** A page whose clipboard is this, or that has none, as on plain http. */
function withClipboard(clipboard: { writeText: (text: string) => Promise<void> } | undefined) {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

/** What the old way would copy: the selected text. */
function withOldWay(works: boolean): string[] {
  const copied: string[] = [];
  Object.assign(document, {
    execCommand: () => {
      const area = document.querySelector('textarea');
      if (works && area) copied.push(area.value.slice(area.selectionStart, area.selectionEnd));
      return works;
    },
  });
  return copied;
}

describe('a line to copy', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lands in the clipboard, and says so for a moment', async () => {
    const user = open();
    const written: string[] = [];
    withClipboard({ writeText: async (text) => void written.push(text) });

    await user.click(button('汇款附言'));

    await says('汇款附言', '已复制');
    await says('户名', '复制');
    expect(written).toEqual(['远筑建设 2026 会费']);
    act(() => jest.advanceTimersByTime(2000));
    expect(button('汇款附言').textContent).toBe('复制');
  });

  it('is an amount as a bank takes it: without sign and commas', async () => {
    const user = open();
    const written: string[] = [];
    withClipboard({ writeText: async (text) => void written.push(text) });

    await user.click(button('金额'));

    expect(written).toEqual(['3000.00']);
  });

  it('is copied the old way where the page has no clipboard', async () => {
    const user = open();
    withClipboard(undefined);
    const copied = withOldWay(true);

    await user.click(button('账号'));

    await says('账号', '已复制');
    expect(copied).toEqual(['0200 0033']);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('is copied the old way where the browser refuses its clipboard', async () => {
    const user = open();
    withClipboard({ writeText: async () => Promise.reject(new DOMException('', 'NotAllowedError')) });
    const copied = withOldWay(true);

    await user.click(button('户名'));

    await says('户名', '已复制');
    expect(copied).toEqual(['中国施工企业管理协会']);
  });

  it('never claims to be copied when it was not', async () => {
    const user = open();
    withClipboard(undefined);
    withOldWay(false);

    await user.click(button('账号'));

    await says('账号', '请选中后手动复制');
  });
});

describe('the payment account', () => {
  it('asks to contact the association while none is published', () => {
    render(<PaymentAccount account={null} amount="¥3,000.00" memo="远筑建设 2026 会费" />);

    expect(screen.getByText(/收款账户暂未公布，请先联系协会/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
