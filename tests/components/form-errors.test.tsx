import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactForm } from '../support/contact-form';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const field = (name: string) => screen.getByRole('textbox', { name });
const summaryLinks = () => within(screen.getByRole('alert')).getAllByRole('link');

async function sendEmptyForm() {
  const user = userEvent.setup();
  const { action, sent } = fakeAction();
  render(<ContactForm action={action} />);
  await user.click(screen.getByRole('button', { name: '保存' }));
  return { user, sent };
}

describe('a form that was sent with mistakes', () => {
  it('is not sent, and says in a summary what to correct, each line a link to its field', async () => {
    const { sent } = await sendEmptyForm();

    expect(sent).toHaveLength(0);
    expect(screen.getByText('有 3 处需要修改')).toBeInTheDocument();
    expect(summaryLinks().map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['姓名：请填写姓名', '#name'],
      ['手机号：请填写手机号', '#phone'],
      ['密码：请填写密码', '#password'],
    ]);
  });

  it('says at each field what to do, also to a screen reader', async () => {
    await sendEmptyForm();

    expect(field('姓名')).toBeInvalid();
    expect(field('姓名')).toHaveAccessibleDescription('请填写姓名');
    expect(field('手机号')).toHaveAccessibleDescription('请填写手机号');
    expect(screen.getByLabelText(/密码/)).toHaveAccessibleDescription('请填写密码');
  });

  it('moves the focus to the summary, and again at every sending', async () => {
    const { user } = await sendEmptyForm();
    await waitFor(() => expect(document.activeElement).toContainElement(screen.getByRole('alert')));

    await user.type(field('姓名'), '张建国');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(document.activeElement).toContainElement(screen.getByRole('alert')));
    expect(screen.getByText('有 2 处需要修改')).toBeInTheDocument();
  });

  it('ticks a corrected line and leaves it in its place', async () => {
    const { user } = await sendEmptyForm();

    await user.type(field('手机号'), '13800000001');

    const [name, phone, password] = summaryLinks();
    expect(name).toHaveAccessibleName('姓名：请填写姓名');
    expect(phone).toHaveAccessibleName('已修改 手机号：请填写手机号');
    expect(password).toHaveAccessibleName('密码：请填写密码');
    expect(field('手机号')).toBeValid();
    expect(field('姓名')).toBeInvalid();
  });

  it('marks a field again that is made worse', async () => {
    const { user } = await sendEmptyForm();
    await user.type(field('手机号'), '13800000001');

    await user.clear(field('手机号'));

    expect(field('手机号')).toBeInvalid();
    expect(summaryLinks()[1]).toHaveAccessibleName('手机号：请填写手机号');
  });

  it('does not nag before the first sending', async () => {
    const user = userEvent.setup();
    render(<ContactForm action={fakeAction().action} />);

    await user.type(field('手机号'), '1');
    await user.tab();

    expect(field('手机号')).toBeValid();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
