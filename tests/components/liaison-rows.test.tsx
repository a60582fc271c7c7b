import { screen, within } from '@testing-library/react';
import { fullAnswers, liaison, openCompanyForm } from '../support/company-form';

const two = { ...fullAnswers, liaisons: [liaison('first', '周敏', '13800000001'), liaison('second', '吴志强', '13800000002')] };

const list = () => within(screen.getByRole('heading', { name: '联络员' }).closest('section') ?? document.body);
const rows = () => list().getAllByRole('listitem');
const inRow = (number: number) => within(rows()[number - 1] ?? document.body);
const names = () => rows().map((row) => within(row).getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value);
const add = () => list().queryByRole('button', { name: '＋ 新增联络员' });
const remove = (number: number) => list().getByRole('button', { name: `移除第 ${number} 名联络员` });

async function addOne(user: ReturnType<typeof openCompanyForm>['user']) {
  await user.click(list().getByRole('button', { name: '＋ 新增联络员' }));
}

describe('联络员', () => {
  it('takes a second one, who is 第二联络员 unless somebody says otherwise, and then no third', async () => {
    const { user } = openCompanyForm();

    await addOne(user);

    expect(rows()).toHaveLength(2);
    expect(inRow(2).getByRole('combobox', { name: '联络类型' })).toHaveDisplayValue('第二联络员');
    expect(add()).not.toBeInTheDocument();
  });

  it('does not let the last one be removed', async () => {
    const { user } = openCompanyForm(two);

    await user.click(remove(2));

    expect(names()).toEqual(['周敏']);
    expect(list().queryByRole('button', { name: /^移除/ })).not.toBeInTheDocument();
    expect(add()).toBeInTheDocument();
  });

  it('sends the one who stays as the first row', async () => {
    const { user, send, sent } = openCompanyForm(two);
    await user.click(remove(1));
    expect(names()).toEqual(['吴志强']);
    await user.selectOptions(inRow(1).getByRole('combobox', { name: '联络类型' }), '第一联络员');

    await send();

    expect(sent).toMatchObject([{ liaisons: [liaison('first', '吴志强', '13800000002')] }]);
  });

  it('starts a new row empty, also where a saved one stood', async () => {
    const { user } = openCompanyForm(two);
    await user.click(remove(2));

    await addOne(user);

    expect(names()).toEqual(['周敏', '']);
    expect(inRow(2).getByRole('textbox', { name: '手机' })).toHaveValue('');
  });

  it.each([
    ['none', 'second', 'second', '请指定一名第一联络员，文件默认寄给第一联络员', 1],
    ['two', 'first', 'first', '第一联络员、第二联络员各一名', 2],
  ] as const)('refuses %s 第一联络员 at the row', async (_count, one, other, message, row) => {
    const liaisons = [liaison(one, '周敏', '13800000001'), liaison(other, '吴志强', '13800000002')];
    const { send, sent } = openCompanyForm({ ...fullAnswers, liaisons });

    await send();

    expect(sent).toHaveLength(0);
    expect(inRow(row).getByRole('combobox', { name: '联络类型' })).toHaveAccessibleDescription(message);
    expect(screen.getByRole('link', { name: `联络员第 ${row} 行联络类型：${message}` })).toHaveAttribute(
      'href',
      `#liaisons.${row - 1}.order`,
    );
  });

  it('refuses the same phone twice', async () => {
    const liaisons = [liaison('first', '周敏', '13800000001'), liaison('second', '吴志强', '138 0000 0001')];
    const { send } = openCompanyForm({ ...fullAnswers, liaisons });

    await send();

    expect(inRow(2).getByRole('textbox', { name: '手机' })).toHaveAccessibleDescription('两名联络员的手机号不能相同');
  });

  it('asks for one when there is none', async () => {
    const { user, send, sent } = openCompanyForm({ ...fullAnswers, liaisons: undefined });
    await send();
    expect(sent).toHaveLength(0);
    expect(screen.getByRole('link', { name: '联络员：请至少填写一名联络员' })).toHaveAttribute('href', '#liaisons');

    await addOne(user);

    expect(inRow(1).getByRole('combobox', { name: '联络类型' })).toHaveDisplayValue('第一联络员');
  });
});
