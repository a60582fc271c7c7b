import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useActionState } from 'react';
import * as z from 'zod';
import { CodeField } from '../../components/form/code-field';
import { Form } from '../../components/form/form';
import { SubmitButton } from '../../components/form/submit-button';
import { TextField } from '../../components/form/text-field';
import { type FormAction, idle } from '../../lib/actions/action-state';
import { mobile } from '../../lib/fields';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const schema = z.object({ phone: mobile, code: z.string().min(1, '请填写验证码') });

function PhoneForm({ action, sendCode }: { action: FormAction; sendCode: FormAction }) {
  const [answer, send, sending] = useActionState(sendCode, idle);
  return (
    <Form action={action} schema={schema} values={{}} labels={{ phone: '手机号', code: '验证码' }}>
      <TextField name="phone" label="手机号" required />
      <CodeField label="验证码" answer={answer} send={send} sending={sending} sent="验证码已发送。" />
      <SubmitButton>注册</SubmitButton>
    </Form>
  );
}

const phone = () => screen.getByRole('textbox', { name: '手机号' });
const ask = (name = '获取验证码') => screen.getByRole('button', { name });

function open() {
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  const [register, code] = [fakeAction(), fakeAction()];
  render(<PhoneForm action={register.action} sendCode={code.action} />);
  return { user, register, code };
}

async function openAndAsk() {
  const form = open();
  await form.user.type(phone(), '13800000001');
  await form.user.click(ask());
  return form;
}

describe('验证码', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is not asked for before the phone is right, and says so there', async () => {
    const { user, code } = open();
    await user.type(phone(), '138');

    await user.click(ask());

    await waitFor(() => expect(phone()).toHaveAccessibleDescription('请填写 11 位手机号，以 1 开头'));
    expect(code.sent).toHaveLength(0);
  });

  it('is sent to the phone, without sending the form', async () => {
    const { code, register } = await openAndAsk();

    await waitFor(() => expect(code.sent).toMatchObject([{ phone: '13800000001' }]));
    await code.answer({ status: 'success', data: { flow: 'f-1' } });

    expect(screen.getByText(/验证码已发送。/)).toBeInTheDocument();
    expect(register.sent).toHaveLength(0);
  });

  it('can be asked for again after a minute, which is counted down', async () => {
    const { user, code } = await openAndAsk();
    await code.answer({ status: 'success', data: { flow: 'f-1' } });
    expect(ask('60 秒后可重发')).toHaveAttribute('aria-disabled', 'true');

    await user.click(ask('60 秒后可重发'));
    expect(code.sent).toHaveLength(1);
    act(() => jest.advanceTimersByTime(59_000));
    expect(ask('1 秒后可重发')).toBeInTheDocument();
    act(() => jest.advanceTimersByTime(1000));

    await user.click(ask());
    await waitFor(() => expect(code.sent).toHaveLength(2));
  });

  it('says why none was sent, and lets one ask again at once', async () => {
    const { code } = await openAndAsk();

    await code.answer({ status: 'error', formError: '这个号码今天的验证码已经用完，请明天再试。' });

    expect(screen.getByText('这个号码今天的验证码已经用完，请明天再试。')).toBeInTheDocument();
    expect(ask()).not.toHaveAttribute('aria-disabled');
  });

  it('goes with the form under the number of its sending', async () => {
    const { user, code, register } = await openAndAsk();
    await code.answer({ status: 'success', data: { flow: 'f-1' } });
    await user.type(screen.getByRole('textbox', { name: '验证码' }), '246810');

    await user.click(screen.getByRole('button', { name: '注册' }));

    await waitFor(() => expect(register.sent).toEqual([{ phone: '13800000001', code: '246810', flow: 'f-1' }]));
  });
});
