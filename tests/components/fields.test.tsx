import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as z from 'zod';
import { CheckboxField } from '../../components/form/checkbox-field';
import { Form } from '../../components/form/form';
import { SelectField } from '../../components/form/select-field';
import { SubmitButton } from '../../components/form/submit-button';
import { TextArea } from '../../components/form/text-area';
import { TextField } from '../../components/form/text-field';
import { formValues } from '../../lib/actions/form-values';
import { choice, requiredText } from '../../lib/fields';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const labels = { address: '通讯地址', industry: '所属行业', profile: '企业基本情况', privacy: '隐私政策' };
const schema = z.object({
  address: requiredText('通讯地址', 20),
  industry: choice('所属行业'),
  profile: requiredText('企业基本情况', 10),
  privacy: z.literal('true', '请先同意隐私政策'),
});

function open() {
  const user = userEvent.setup();
  const server = fakeAction();
  render(
    <Form action={server.action} schema={schema} values={{}} labels={labels}>
      <TextField name="address" label={labels.address} hint="能收到文件的地址" required />
      <TextField name="note" label="备注" />
      <SelectField name="industry" label={labels.industry} options={[{ code: 'road', label: '公路' }]} required />
      <TextArea name="profile" label={labels.profile} limit={10} required />
      <CheckboxField name="privacy">我已阅读并同意</CheckboxField>
      <SubmitButton>保存</SubmitButton>
    </Form>,
  );
  return { user, send: () => user.click(screen.getByRole('button', { name: '保存' })), ...server };
}

const fields = () =>
  [
    screen.getByRole('textbox', { name: /通讯地址/ }),
    screen.getByRole('combobox', { name: /所属行业/ }),
    screen.getByRole('textbox', { name: /企业基本情况/ }),
    screen.getByRole('checkbox', { name: '我已阅读并同意' }),
  ] as const;

describe('a field', () => {
  it('is called by its label and its hint; the mark of what is required is not read as part of the name', () => {
    open();

    expect(screen.getByRole('textbox', { name: '通讯地址 能收到文件的地址' })).toBeRequired();
    expect(screen.getByText('通讯地址')).toHaveTextContent('*通讯地址');
  });

  it('is not marked where it may stay empty', () => {
    open();

    expect(screen.getByRole('textbox', { name: '备注' })).not.toBeRequired();
    expect(screen.getByText('备注')).toHaveTextContent(/^备注$/);
  });

  it('says what is wrong to everybody: at the field, and tied to it', async () => {
    const { send } = open();

    await send();

    const messages = ['请填写通讯地址', '请选择所属行业', '请填写企业基本情况', '请先同意隐私政策'];
    for (const [index, field] of fields().entries()) {
      expect(field).toBeInvalid();
      expect(field).toHaveAccessibleDescription(messages[index]);
    }
  });

  it('is where its line in the summary leads', async () => {
    const { send } = open();

    await send();

    const links = within(screen.getByRole('alert')).getAllByRole('link');
    expect(links.map((link) => document.querySelector(link.getAttribute('href') ?? ''))).toEqual(fields());
  });
});

describe('a text with a limit', () => {
  const profile = () => fields()[2];

  it('counts while one types: characters as people count them, without spaces at the ends', async () => {
    const { user } = open();
    expect(screen.getByText('0 / 10')).toBeInTheDocument();

    await user.type(profile(), '𠮷野建筑 ');

    expect(screen.getByText('4 / 10')).toBeInTheDocument();
  });

  it('lets one type past the limit, and then says so instead of cutting', async () => {
    const { user, send, sent } = open();
    await user.type(profile(), '一二三四五六七八九十多');
    expect(screen.getByText('11 / 10')).toBeInTheDocument();

    await send();

    expect(sent).toHaveLength(0);
    expect(profile()).toHaveValue('一二三四五六七八九十多');
    expect(profile()).toHaveAccessibleDescription('企业基本情况不能超过 10 个字');
  });

  it('holds as many rare characters as common ones', async () => {
    const { user, send } = open();
    await user.type(profile(), '𠮷'.repeat(10));

    await send();

    expect(screen.getByText('10 / 10')).toBeInTheDocument();
    expect(profile()).toBeValid();
  });

  it('counts a line break once, also as the browser sends it', async () => {
    const { user } = open();
    await user.type(profile(), '一二三四{Enter}六七八九十');
    expect(screen.getByText('10 / 10')).toBeInTheDocument();

    const sent = new FormData();
    sent.append('profile', '一二三四\r\n六七八九十');

    expect(schema.shape.profile.safeParse(formValues(sent).profile)).toEqual({ success: true, data: '一二三四\n六七八九十' });
  });
});
