import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfirmBox, ConfirmMany } from '../../components/dues/confirm-many';
import type { FormAction } from '../../lib/actions/action-state';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

it('asks once about those that are marked, with what was ticked still ticked, and not again for the next ones', async () => {
  const sent: string[][] = [];
  const action: FormAction = async (_, form) => {
    const isChecked = form.get('isChecked') === 'true';
    sent.push([...form.getAll('filingIds').map(String), String(isChecked)]);
    return isChecked
      ? { status: 'success', values: { isChecked: 'true' }, data: { one: '远筑建设 ¥3,500.00：已确认到账' } }
      : { status: 'error', values: {}, fieldErrors: { isChecked: '所选的有 1 笔需要核对：多交 1 笔' } };
  };
  render(
    <>
      <ConfirmMany action={action} count={2} />
      <ConfirmBox id="one" name="远筑建设" />
      <ConfirmBox id="two" name="中建一局" />
    </>,
  );
  const user = userEvent.setup();
  const confirm = () => user.click(screen.getByRole('button', { name: '确认所选到账' }));
  expect(screen.queryByLabelText('已核对，仍然确认')).toBeNull();
  await user.click(screen.getByLabelText('选择 远筑建设'));
  await confirm();
  expect(await screen.findByRole('alert')).toHaveTextContent('多交 1 笔');
  expect(screen.getByLabelText('选择 远筑建设')).toBeChecked();
  await user.click(screen.getByLabelText('已核对，仍然确认'));
  await confirm();
  expect(await screen.findByRole('status')).toHaveTextContent('已确认到账');
  expect(sent).toEqual([
    ['one', 'false'],
    ['one', 'true'],
  ]);
  expect(screen.queryByLabelText('已核对，仍然确认')).toBeNull();
});
