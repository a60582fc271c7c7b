import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CheckList } from '../../components/applications/check-list';
import { KeyPresses } from '../../components/applications/key-presses';
import { checkItems } from '../../lib/copy/review';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

describe('the checklist by keyboard', () => {
  it('is led along by one key, which ticks nothing by itself', async () => {
    const { action } = fakeAction();
    render(
      <>
        <KeyPresses keys={[{ key: 't', what: '到核对清单的下一项', leads: true }]} />
        <CheckList applicationId="a-1" checks={{ name: '王审核' }} action={action} editable />
      </>,
    );
    await userEvent.keyboard('t');
    expect(screen.getByRole('button', { name: checkItems.license })).toHaveFocus();
    expect(screen.getByRole('button', { name: checkItems.license })).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByRole('button', { name: new RegExp(checkItems.name) })).toHaveAttribute('aria-pressed', 'true');
  });
});
