import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useActionState } from 'react';
import { renderToString } from 'react-dom/server';
import * as z from 'zod';
import { CodeField } from '../../components/form/code-field';
import { Form } from '../../components/form/form';
import { solveChallenge } from '../../components/form/solve-challenge';
import { SubmitButton } from '../../components/form/submit-button';
import { TextField } from '../../components/form/text-field';
import { type FormAction, idle } from '../../lib/actions/action-state';
import { mobile } from '../../lib/fields';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));
// jsdom has no workers; the real one is seen at work in the browser tests.
jest.mock('../../components/form/solve-challenge', () => ({ solveChallenge: jest.fn() }));

const solving = jest.mocked(solveChallenge);
const schema = z.object({ phone: mobile, code: z.string().min(1, '请填写验证码') });
const labels = { phone: '手机号', pictureAnswer: '图片验证码', code: '验证码' };

function PhoneForm({ action, sendCode }: { action: FormAction; sendCode: FormAction }) {
  const [answer, send, sending] = useActionState(sendCode, idle);
  return (
    <Form action={action} schema={schema} values={{}} labels={labels}>
      <TextField name="phone" label="手机号" required />
      <CodeField label="验证码" purpose="register" pictureId="p-1" answer={answer} send={send} sending={sending} sent="验证码已发送。" />
      <SubmitButton>注册</SubmitButton>
    </Form>
  );
}

const phone = () => screen.getByRole('textbox', { name: '手机号' });
const ask = (name = '获取验证码') => screen.getByRole('button', { name });
const picture = () => screen.queryByRole('img', { name: /图片验证码/ });
const pictureAnswer = () => screen.getByRole('textbox', { name: /图片验证码/ });

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

/** A challenge that is solved when the test says so. */
function laterSolved() {
  let settle: { solve: (solution: string) => void; fail: () => void } | undefined;
  solving.mockImplementationOnce(
    () =>
      new Promise((resolve, reject) => {
        settle = { solve: resolve, fail: () => reject(new Error('no worker')) };
      }),
  );
  return {
    solve: (solution: string) => act(async () => settle?.solve(solution)),
    fail: () => act(async () => settle?.fail()),
  };
}

beforeEach(() => {
  jest.useFakeTimers();
  solving.mockReset().mockResolvedValue('work');
});
afterEach(() => jest.useRealTimers());

describe('验证码', () => {
  it('is not asked for before the phone is right, and says so there', async () => {
    const { user, code } = open();
    await user.type(phone(), '138');

    await user.click(ask());

    await waitFor(() => expect(phone()).toHaveAccessibleDescription('请填写 11 位手机号，以 1 开头'));
    expect(code.sent).toHaveLength(0);
  });

  it('is sent to the phone, without sending the form', async () => {
    const { code, register } = await openAndAsk();

    await waitFor(() => expect(code.sent).toMatchObject([{ phone: '13800000001', solution: 'work' }]));
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

  it('says at the phone what the server finds wrong with it, until it is changed', async () => {
    const { user, code } = await openAndAsk();

    await code.answer({ status: 'error', fieldErrors: { phone: '请填写能收短信的手机号' } });

    expect(phone()).toHaveAccessibleDescription('请填写能收短信的手机号');
    await user.type(phone(), '{Backspace}2');
    expect(phone()).toHaveAccessibleDescription('');
  });

  it('goes with the form under the number of its sending', async () => {
    const { user, code, register } = await openAndAsk();
    await code.answer({ status: 'success', data: { flow: 'f-1' } });
    await user.type(screen.getByRole('textbox', { name: '验证码' }), '246810');

    await user.click(screen.getByRole('button', { name: '注册' }));

    await waitFor(() => expect(register.sent).toEqual([{ phone: '13800000001', code: '246810', flow: 'f-1' }]));
  });

  it('outlives the page with its phone, as long as it is good: a phone may load the page anew while the SMS is read', async () => {
    const { code } = await openAndAsk();
    await code.answer({ status: 'success', data: { flow: 'f-1' } });
    await screen.findByText(/验证码已发送/);
    cleanup();
    const { user, register } = open();
    expect(phone()).toHaveValue('13800000001');
    await user.type(screen.getByRole('textbox', { name: '验证码' }), '246810');
    await user.click(screen.getByRole('button', { name: '注册' }));
    await waitFor(() => expect(register.sent).toEqual([{ phone: '13800000001', code: '246810', flow: 'f-1' }]));
    cleanup();
    act(() => jest.advanceTimersByTime(301_000));
    open();
    expect(phone()).toHaveValue('');
  });

  it('stays good when a second one is refused', async () => {
    const { user, code, register } = await openAndAsk();
    await code.answer({ status: 'success', data: { flow: 'f-1' } });
    act(() => jest.advanceTimersByTime(61_000));
    await user.click(ask());
    await code.answer({ status: 'error', formError: '操作太频繁' });
    await user.type(screen.getByRole('textbox', { name: '验证码' }), '246810');

    await user.click(screen.getByRole('button', { name: '注册' }));

    await waitFor(() => expect(register.sent).toMatchObject([{ code: '246810', flow: 'f-1' }]));
  });

  it('leaves Enter to the form', async () => {
    const { user, code, register } = open();
    await user.type(phone(), '13800000001');
    await user.type(screen.getByRole('textbox', { name: '验证码' }), '246810{Enter}');

    await waitFor(() => expect(register.sent).toHaveLength(1));
    expect(code.sent).toHaveLength(0);
  });
});

describe('the work before an SMS', () => {
  it('begins while the phone is typed, once', async () => {
    const { user } = open();
    expect(solving).not.toHaveBeenCalled();

    await user.type(phone(), '1380000');

    await waitFor(() => expect(solving).toHaveBeenCalledWith('register'));
    expect(solving).toHaveBeenCalledTimes(1);
    expect(picture()).not.toBeInTheDocument();
  });

  it('is waited for, without a word while it takes less than a second', async () => {
    const work = laterSolved();
    const { code } = await openAndAsk();
    expect(await screen.findByRole('button', { name: '正在发送…' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByText(/安全检查/)).not.toBeInTheDocument();

    act(() => jest.advanceTimersByTime(1000));
    expect(screen.getByText(/正在做发送前的安全检查/)).toBeInTheDocument();
    expect(code.sent).toHaveLength(0);

    await work.solve('late work');
    await waitFor(() => expect(code.sent).toMatchObject([{ solution: 'late work' }]));
    expect(screen.queryByText(/安全检查/)).not.toBeInTheDocument();
  });

  it('is done anew for each SMS', async () => {
    solving.mockResolvedValueOnce('first').mockResolvedValueOnce('second');
    const { user, code } = await openAndAsk();
    await code.answer({ status: 'error', formError: '请再点一次' });

    await user.click(ask());

    await waitFor(() => expect(code.sent.map(({ solution }) => solution)).toEqual(['first', 'second']));
  });

  it('is done anew when it has become too old', async () => {
    solving.mockResolvedValueOnce('old').mockResolvedValueOnce('new');
    const { user, code } = open();
    await user.type(phone(), '13800000001');
    await waitFor(() => expect(solving).toHaveBeenCalledTimes(1));
    act(() => jest.advanceTimersByTime(9.5 * 60_000));

    await user.click(ask());

    await waitFor(() => expect(code.sent).toMatchObject([{ solution: 'new' }]));
  });

  it('that failed while the phone was typed is tried again', async () => {
    solving.mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce('second try');
    const { code } = await openAndAsk();

    await waitFor(() => expect(code.sent).toMatchObject([{ solution: 'second try' }]));
  });
});

describe('the picture', () => {
  async function openUnsolvable() {
    solving.mockRejectedValue(new Error('no worker'));
    const form = await openAndAsk();
    await waitFor(() => expect(picture()).toBeInTheDocument());
    return form;
  }

  it('is asked for where the browser cannot do the work, and then goes instead of it', async () => {
    const { user, code } = await openUnsolvable();
    expect(code.sent).toHaveLength(0);
    expect(screen.getByText(/请看图填写上面的图片验证码/)).toBeInTheDocument();
    expect(pictureAnswer()).toHaveFocus();

    await user.type(pictureAnswer(), 'a3k7x');
    await user.click(ask());

    await waitFor(() => expect(code.sent).toEqual([expect.objectContaining({ pictureId: 'p-1', pictureAnswer: 'a3k7x' })]));
    expect(code.sent[0]).not.toHaveProperty('solution');
  });

  it('is another one after each answer, with its message at the field', async () => {
    const { user, code } = await openUnsolvable();
    const first = picture()?.getAttribute('src');
    await user.type(pictureAnswer(), 'a3k7x');
    await user.click(ask());

    await code.answer({ status: 'error', fieldErrors: { pictureAnswer: '图中的字符不对，请按新的图片再填一次' } });

    expect(pictureAnswer()).toHaveAccessibleDescription('图中的字符不对，请按新的图片再填一次');
    expect(pictureAnswer()).toHaveValue('');
    expect(picture()?.getAttribute('src')).not.toBe(first);
  });

  it('is changed in its place, without sending anything', async () => {
    const { user, code, register } = await openUnsolvable();
    const first = picture()?.getAttribute('src');
    await user.type(pictureAnswer(), 'a3');

    await user.click(screen.getByRole('button', { name: '换一张' }));

    expect(picture()?.getAttribute('src')).not.toBe(first);
    expect(pictureAnswer()).toHaveValue('');
    expect([...code.sent, ...register.sent]).toEqual([]);
  });

  it('stands in the page for browsers without JavaScript, and for no others', () => {
    const page = new DOMParser().parseFromString(
      renderToString(<PhoneForm action={fakeAction().action} sendCode={fakeAction().action} />),
      'text/html',
    );
    // jsdom parses as a browser with scripting switched off: what stands in <noscript> is part of the page.
    const plain = page.querySelector('noscript');
    expect(plain?.querySelector('img')?.getAttribute('src')).toBe('/api/picture-codes/register/p-1?turn=0');
    expect(plain?.querySelectorAll('input[name=pictureAnswer], input[name=pictureId][value=p-1]')).toHaveLength(2);
    expect(page.querySelectorAll('img')).toHaveLength(1);
  });
});
