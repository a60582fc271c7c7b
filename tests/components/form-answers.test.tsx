import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactForm } from '../support/contact-form';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const field = (name: string) => screen.getByRole('textbox', { name });

async function fillAndSend() {
  const user = userEvent.setup();
  const server = fakeAction();
  render(<ContactForm action={server.action} hidden={{ applicationId: 'a-1' }} />);
  await user.type(field('姓名'), '张建国');
  await user.type(field('手机号'), '13800000001');
  await user.type(screen.getByLabelText(/密码/), 'yanshi-mima-2026');
  await user.click(screen.getByRole('button', { name: '保存' }));
  return { user, ...server };
}

describe('a form on its way', () => {
  it('sends what was typed together with its hidden values', async () => {
    const { sent } = await fillAndSend();

    expect(sent).toEqual([{ applicationId: 'a-1', name: '张建国', phone: '13800000001', password: 'yanshi-mima-2026' }]);
  });

  it('says that it is being sent and takes no second click, nor Enter in a field', async () => {
    const { user, sent } = await fillAndSend();

    const button = screen.getByRole('button', { name: '正在提交…' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    await user.type(field('手机号'), '{Enter}');

    expect(sent).toHaveLength(1);
  });

  it('can be sent again once it was answered', async () => {
    const { user, sent, answer } = await fillAndSend();
    await answer({ status: 'error', formError: '操作太频繁，请稍后再试。' });

    await user.click(screen.getByRole('button', { name: '保存' }));

    expect(sent).toHaveLength(2);
  });
});

describe('a form that the server refuses', () => {
  it('shows one sentence when no single field is at fault, and moves the focus there', async () => {
    const { answer } = await fillAndSend();

    await answer({ status: 'error', formError: '现在使用的人较多，请过一分钟再试。' });

    expect(screen.getByRole('alert')).toHaveTextContent('现在使用的人较多，请过一分钟再试。');
    await waitFor(() => expect(document.activeElement).toContainElement(screen.getByRole('alert')));
  });

  it('says at the field and in the summary what the server found', async () => {
    const { answer } = await fillAndSend();

    await answer({ status: 'error', fieldErrors: { phone: '这个手机号不能用来注册' } });

    expect(field('手机号')).toHaveAccessibleDescription('这个手机号不能用来注册');
    expect(within(screen.getByRole('alert')).getByRole('link')).toHaveAccessibleName('手机号：这个手机号不能用来注册');
    expect(field('姓名')).toBeValid();
  });

  it("takes the server's message away, and ticks its line, when that field changes", async () => {
    const { user, answer } = await fillAndSend();
    await answer({ status: 'error', fieldErrors: { name: '请填写真实姓名', phone: '这个手机号不能用来注册' } });

    await user.type(field('手机号'), '{Backspace}2');

    expect(field('手机号')).toBeValid();
    expect(field('姓名')).toHaveAccessibleDescription('请填写真实姓名');
    expect(
      within(screen.getByRole('alert'))
        .getAllByRole('link')
        .map((link) => [link.textContent, within(link).queryByLabelText('已修改') !== null]),
    ).toEqual([
      ['姓名：请填写真实姓名', false],
      ['手机号：这个手机号不能用来注册', true],
    ]);
  });

  it('brings the message back when the server finds the same again', async () => {
    const { user, answer } = await fillAndSend();
    await answer({ status: 'error', fieldErrors: { phone: '这个手机号不能用来注册' } });
    await user.clear(field('手机号'));
    await user.type(field('手机号'), '13800000002');
    expect(field('手机号')).toBeValid();

    await user.click(screen.getByRole('button', { name: '保存' }));
    await answer({ status: 'error', fieldErrors: { phone: '这个手机号不能用来注册' } });

    expect(field('手机号')).toHaveAccessibleDescription('这个手机号不能用来注册');
  });

  it('keeps everything that was typed', async () => {
    const { answer } = await fillAndSend();

    await answer({ status: 'error', formError: '现在使用的人较多，请过一分钟再试。', values: { name: '张建国', phone: '13800000001' } });

    expect(document.querySelector('form')).toHaveFormValues({
      applicationId: 'a-1',
      name: '张建国',
      phone: '13800000001',
      password: 'yanshi-mima-2026',
    });
  });
});
