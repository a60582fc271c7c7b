import { screen } from '@testing-library/react';
import { fullAnswers, openCompanyForm } from '../support/company-form';

const box = (name: string) => screen.getByRole('checkbox', { name });

describe('特级资质', () => {
  it('takes several', async () => {
    const { user, send, sent } = openCompanyForm();

    await user.click(box('公路工程'));
    await send();

    expect(sent).toMatchObject([{ qualifications: ['建筑工程', '公路工程'] }]);
  });

  it('drops all others when 无 is chosen', async () => {
    const { user, send, sent } = openCompanyForm({ ...fullAnswers, qualifications: ['建筑工程', '公路工程'] });

    await user.click(box('无'));

    expect(box('无')).toBeChecked();
    expect(box('建筑工程')).not.toBeChecked();
    expect(box('公路工程')).not.toBeChecked();
    await send();
    expect(sent).toMatchObject([{ qualifications: 'none' }]);
  });

  it('drops 无 when another is chosen', async () => {
    const { user } = openCompanyForm({ ...fullAnswers, qualifications: ['none'] });

    await user.click(box('公路工程'));

    expect(box('无')).not.toBeChecked();
    expect(box('公路工程')).toBeChecked();
  });

  it('asks for a choice, and says so at every box', async () => {
    const { user, send, sent } = openCompanyForm({ ...fullAnswers, qualifications: undefined });

    await send();

    expect(sent).toHaveLength(0);
    expect(screen.getByRole('link', { name: '资质信息：请选择特级资质；没有请选择“无”' })).toHaveAttribute('href', '#qualifications');
    expect(box('建筑工程')).toHaveAccessibleDescription('请选择特级资质；没有请选择“无”');
    await user.click(box('无'));
    expect(box('建筑工程')).not.toHaveAccessibleDescription();
  });
});
