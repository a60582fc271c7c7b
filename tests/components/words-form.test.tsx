import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { WordsForm } from '../../components/imports/words-form';
import type { FormAction } from '../../lib/actions/action-state';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const options = [{ code: 'private', label: '民营企业' }];

/** As the page has it: what was saved comes back with the answer. */
function Page({ refused = false }: { refused?: boolean }) {
  const [choice, setChoice] = useState('');
  const action: FormAction = async (_, form) => {
    const chosen = String(form.get('words.0'));
    if (refused) return { status: 'error', fieldErrors: { 'words.0': '请选择“私企”怎样导入' }, values: { words: [chosen] } };
    setChoice(chosen);
    return { status: 'success', data: { saved: 'true' } };
  };
  return <WordsForm action={action} importId="1" words={[{ label: '私企', dictionary: '企业类型', count: 1, choice, options }]} />;
}

describe('the choices for words that no dictionary has', () => {
  it.each([
    ['stay to be seen when they are saved', false],
    ['stay when they are refused', true],
  ])('%s', async (_, refused) => {
    render(<Page refused={refused} />);
    const user = userEvent.setup();
    await user.selectOptions(screen.getByRole('combobox'), 'private');
    await user.click(screen.getByRole('button', { name: '保存选择' }));
    await screen.findByText(refused ? '请选择“私企”怎样导入' : '✓ 已保存', { selector: 'p' });
    expect(screen.getByRole('combobox')).toHaveDisplayValue('民营企业');
  });
});
