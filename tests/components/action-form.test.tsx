import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ActionForm } from '../../components/form/action-form';
import { LineField } from '../../components/form/line-field';
import { ReasonField } from '../../components/form/reason-field';
import { SubmitButton } from '../../components/form/submit-button';
import { DialogButton } from '../../components/ui/dialog-button';
import type { FormAction } from '../../lib/actions/action-state';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const fieldErrors = { amount: '请填写金额', reason: '请填写原因' };
const refuse: FormAction = async () => ({ status: 'error', fieldErrors });

/** As a page has them: two dialogs that ask for the same. */
function TwoForms() {
  return ['退费', '登记'].map((what) => (
    <section key={what} aria-label={what}>
      <ActionForm action={refuse} labels={{ amount: '金额', reason: '原因' }}>
        <LineField name="amount" label="金额" inputMode="decimal" required />
        <ReasonField name="reason" label="原因" />
        <SubmitButton>{what}</SubmitButton>
      </ActionForm>
    </section>
  ));
}

describe('two forms of one page with fields of the same names', () => {
  it('each lead from the lines of the summary to their own fields', async () => {
    render(<TwoForms />);
    for (const what of ['退费', '登记']) {
      await userEvent.setup().click(screen.getByRole('button', { name: what }));
      const form = within(screen.getByRole('region', { name: what }));
      const links = within(await form.findByRole('alert')).getAllByRole('link');
      expect(links.map((link) => link.getAttribute('href'))).toEqual(
        ['金额', '原因'].map((name) => `#${form.getByRole('textbox', { name }).id}`),
      );
      expect(form.getByRole('textbox', { name: '金额' })).toHaveAccessibleDescription('请填写金额');
    }
    const ids = screen.getAllByRole('textbox').map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('a form in a dialog', () => {
  const inDialog = (action: FormAction) => (
    <DialogButton label="备注">
      <ActionForm action={action} labels={{ amount: '金额' }}>
        <SubmitButton>保存</SubmitButton>
      </ActionForm>
    </DialogButton>
  );
  it.each<[string, FormAction, boolean]>([
    ['closes it once it is done', async () => ({ status: 'success' }), false],
    ['leaves it open when it was refused', refuse, true],
    ['leaves it open when there is something to read', async () => ({ status: 'success', data: { done: '已发送' } }), true],
  ])('%s', async (_, action, open) => {
    render(inDialog(action));
    await userEvent.setup().click(screen.getByRole('button', { name: '备注' }));
    const dialog = screen.getByRole('dialog', { name: '备注' });
    await userEvent.setup().click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() => expect(dialog.hasAttribute('open')).toBe(open));
  });
});
