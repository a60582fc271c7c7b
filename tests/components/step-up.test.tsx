import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactForm } from '../support/contact-form';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const code = () => screen.getByRole('textbox', { name: /动态码/ });

describe('a form that asks for a fresh second factor', () => {
  it('puts the cursor into the field, keeps what was typed, and sends all of it with the code', async () => {
    const user = userEvent.setup();
    const server = fakeAction();
    render(<ContactForm action={server.action} hidden={{ applicationId: 'a-1' }} />);
    await user.type(screen.getByRole('textbox', { name: '姓名' }), '张建国');
    await user.type(screen.getByRole('textbox', { name: '手机号' }), '13800000001');
    await user.type(screen.getByLabelText(/密码/), 'yanshi-mima-2026');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await server.answer({ status: 'error', stepUp: true, values: { name: '张建国', phone: '13800000001' } });

    await waitFor(() => expect(code()).toHaveFocus());
    await user.keyboard('123456{Enter}');

    expect(server.sent[1]).toEqual({
      applicationId: 'a-1',
      name: '张建国',
      phone: '13800000001',
      password: 'yanshi-mima-2026',
      factorCode: '123456',
    });
    await server.answer({ status: 'success' });
    expect(screen.queryByRole('textbox', { name: /动态码/ })).not.toBeInTheDocument();
  });
});
