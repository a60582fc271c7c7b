import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactForm } from '../support/contact-form';
import { fakeAction } from '../support/fake-action';
import { visit } from '../support/navigation';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const field = (name: string) => screen.getByRole('textbox', { name });

function open(applicationId: string) {
  const server = fakeAction();
  const { unmount } = render(<ContactForm action={server.action} hidden={{ applicationId }} />);
  return { ...server, leave: unmount };
}

/** Types, sends, and hears that the session has ended; the answer repeats what was typed, less the secrets. */
async function sendAfterSessionEnded(applicationId: string) {
  const user = userEvent.setup();
  const { answer, leave } = open(applicationId);
  await user.type(field('姓名'), '张建国');
  await user.type(field('手机号'), '13800000001');
  await user.type(screen.getByLabelText(/密码/), 'yanshi-mima-2026');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await answer({ status: 'signedOut', formError: '登录已超时', values: { applicationId, name: '张建国', phone: '13800000001' } });
  return { leave };
}

describe('a form sent after the session had ended', () => {
  beforeEach(() => {
    sessionStorage.clear();
    visit('/apply/company?application=a-1');
  });

  it('shows the way to sign in and back to this very page', async () => {
    await sendAfterSessionEnded('a-1');

    expect(screen.getByRole('alert')).toHaveTextContent('登录已超时，您填写的内容还在');
    expect(screen.getByRole('link', { name: '重新登录' })).toHaveAttribute(
      'href',
      `/login?reason=expired&next=${encodeURIComponent('/apply/company?application=a-1')}`,
    );
    await waitFor(() => expect(document.activeElement).toContainElement(screen.getByRole('alert')));
  });

  it('still shows what was typed', async () => {
    await sendAfterSessionEnded('a-1');

    expect(field('姓名')).toHaveValue('张建国');
    expect(field('手机号')).toHaveValue('13800000001');
  });

  it('restores it when the person is back on the page, says so, and does not keep it longer', async () => {
    const { leave } = await sendAfterSessionEnded('a-1');
    leave();

    const { leave: leaveAgain } = open('a-1');
    expect(field('姓名')).toHaveValue('张建国');
    expect(field('手机号')).toHaveValue('13800000001');
    expect(screen.getByText('已恢复之前填写的内容，请核对后提交。')).toBeInTheDocument();
    expect(sessionStorage).toHaveLength(0);

    leaveAgain();
    open('a-1');
    expect(field('姓名')).toHaveValue('');
  });

  it('sends what was restored', async () => {
    const { leave } = await sendAfterSessionEnded('a-1');
    leave();
    const { sent } = open('a-1');

    await userEvent.type(screen.getByLabelText(/密码/), 'yanshi-mima-2026');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));

    expect(sent).toMatchObject([{ name: '张建国', phone: '13800000001' }]);
  });

  it('never puts it into the form of another record, nor of another page', async () => {
    const { leave } = await sendAfterSessionEnded('a-1');
    leave();

    const other = open('a-2');
    expect(field('姓名')).toHaveValue('');
    other.leave();

    visit('/apply/dues');
    open('a-1');
    expect(field('姓名')).toHaveValue('');
  });

  it('never keeps a password', async () => {
    await sendAfterSessionEnded('a-1');

    expect(sessionStorage).toHaveLength(1);
    expect(JSON.stringify({ ...sessionStorage })).toContain('张建国');
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('yanshi-mima-2026');
  });
});
