import { screen, within } from '@testing-library/react';
import { fullAnswers, openCompanyForm } from '../support/company-form';

const select = (name: string) => screen.getByRole('combobox', { name });
const choices = (name: string) =>
  within(select(name))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

describe('省 and 市', () => {
  it('offers only the cities of the chosen province', async () => {
    const { user } = openCompanyForm({});
    expect(choices('所在市')).toEqual(['请选择']);

    await user.selectOptions(select('所在省'), '江苏省');

    expect(choices('所在市')).toEqual(['请选择', '南京市', '苏州市']);
    expect(select('所在市')).toHaveDisplayValue('请选择');
  });

  it('chooses the city itself where a province has only one', async () => {
    const { user, send, sent } = openCompanyForm({ ...fullAnswers, provinceCode: '', cityCode: '' });

    await user.selectOptions(select('所在省'), '北京市');

    expect(select('所在市')).toHaveDisplayValue('北京市');
    await send();
    expect(sent).toMatchObject([{ provinceCode: '11', cityCode: '1101' }]);
  });

  it('forgets a city that is not in the new province, and asks for another', async () => {
    const { user, send, sent } = openCompanyForm();
    await user.selectOptions(select('所在省'), '北京市');
    await user.selectOptions(select('所在省'), '江苏省');

    await send();

    expect(sent).toHaveLength(0);
    expect(select('所在市')).toHaveDisplayValue('请选择');
    expect(select('所在市')).toHaveAccessibleDescription('请选择所在市');
  });

  it('shows what was saved', () => {
    openCompanyForm();

    expect(select('所在省')).toHaveDisplayValue('江苏省');
    expect(select('所在市')).toHaveDisplayValue('苏州市');
  });

  it('warns, without stopping anybody, when the address does not name province and city', async () => {
    const { user, send, sent } = openCompanyForm({ ...fullAnswers, address: '人民路 1 号 3 层' });
    expect(screen.getByText('地址里没有写江苏省、苏州市，请补上，以免邮件寄错。')).toBeInTheDocument();

    await send();
    expect(sent).toHaveLength(1);

    await user.type(screen.getByRole('textbox', { name: /^通讯地址/ }), '（江苏省苏州市）');
    expect(screen.queryByText(/地址里没有写/)).not.toBeInTheDocument();
  });
});
