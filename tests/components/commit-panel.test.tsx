import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CommitPanel } from '../../components/imports/commit-panel';
import type { FormAction } from '../../lib/actions/action-state';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const refuse: FormAction = async () => ({ status: 'error', formError: '还有 1 个系统里没有的选项没有选择，请先在上面选好。' });
const counts = { good: 1, incomplete: 0, refused: 0, known: 0 };

/** As the page has it, with one word of the workbook that is decided on or not. */
function Page({ choice }: { choice: string }) {
  const words = [{ kind: 'companyType' as const, label: '私企', count: 1, choice, options: [] }];
  return <CommitPanel view={{ id: '1', lines: [], hasTotals: true, words }} counts={counts} strays={0} coming={1} action={refuse} />;
}

it('says no longer why it was refused once that is mended', async () => {
  const { rerender } = render(<Page choice="" />);
  await userEvent.setup().click(screen.getByRole('button', { name: '导入 1 家' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('还有 1 个系统里没有的选项没有选择');
  rerender(<Page choice="private" />);
  expect(screen.queryByText(/没有选择/)).toBeNull();
});
