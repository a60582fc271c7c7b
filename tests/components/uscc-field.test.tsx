import { screen } from '@testing-library/react';
import { fullAnswers, openCompanyForm } from '../support/company-form';

const code = () => screen.getByRole('textbox', { name: '统一社会信用代码' });
const confirmation = () => screen.queryByRole('checkbox', { name: '核对无误，继续提交' });

async function typeCode(text: string) {
  const form = openCompanyForm({ ...fullAnswers, uscc: '' });
  await form.user.type(code(), text);
  return form;
}

describe('统一社会信用代码', () => {
  it('is taken without a question when its check character is right, however it is written', async () => {
    const { send, sent } = await typeCode('9111 0000-1000 0000 0r');

    expect(confirmation()).not.toBeInTheDocument();
    await send();
    expect(sent).toHaveLength(1);
  });

  it('asks to compare it with the licence when the check character is off, and is then taken', async () => {
    const { user, send, sent } = await typeCode('911100001000000001');
    expect(screen.getByText('校验位不符，请对照营业执照再核对一遍。')).toBeInTheDocument();
    await send();
    expect(sent).toHaveLength(0);

    await user.click(screen.getByRole('checkbox', { name: '核对无误，继续提交' }));
    await send();

    expect(sent).toMatchObject([{ uscc: '911100001000000001', usccConfirmed: 'true' }]);
  });

  it('leads from the summary to the box that stops the form', async () => {
    const { send } = await typeCode('911100001000000001');

    await send();

    const message = '信用代码的校验位不符，请对照营业执照再核对一遍；确认没有错，请勾选“核对无误，继续提交”';
    expect(screen.getByRole('link', { name: `统一社会信用代码：${message}` })).toHaveAttribute('href', `#${confirmation()?.id}`);
    expect(confirmation()).toHaveAccessibleDescription(message);
  });

  it('offers no such way past a code that cannot be one', async () => {
    const { send, sent } = await typeCode('91110000100000000I');

    expect(confirmation()).not.toBeInTheDocument();
    await send();
    expect(sent).toHaveLength(0);
    expect(code()).toHaveAccessibleDescription('统一社会信用代码由数字和大写字母组成（没有 I、O、S、V、Z），请核对');
  });
});
