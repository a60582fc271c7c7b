import { screen, within } from '@testing-library/react';
import * as z from 'zod';
import { definePublicAction } from '../../lib/actions/define-action';
import { mobile } from '../../lib/fields';
import { ContactForm } from '../support/contact-form';
import { postPlainly, servePage, serverAction } from '../support/server-page';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

jest.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }));
jest.mock('../../lib/env', () => ({ env: () => ({ SITE_URL: 'http://localhost:3000' }) }));
jest.mock('../../lib/actions/run-jobs-after', () => ({ runJobsAfter: () => undefined }));
jest.mock('../../lib/session', () => ({ getActor: async () => ({ kind: 'visitor' }) }));

const action = serverAction(definePublicAction(z.object({ phone: mobile }), async () => undefined));
const form = <ContactForm action={action} values={{ name: '张建国', phone: '13800000001' }} hidden={{ applicationId: 'a-1' }} />;

describe('a form in a browser without JavaScript', () => {
  it('stands in the HTML with its names, its values and an address to post to', async () => {
    await servePage(form);

    expect(document.querySelector('form')).toHaveAttribute('method', 'POST');
    expect(document.querySelector('form')).toHaveFormValues({ name: '张建国', phone: '13800000001', password: '', applicationId: 'a-1' });
    expect(screen.getByRole('button', { name: '保存' })).toHaveAttribute('type', 'submit');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('comes back with a summary, a message at the field, and what was typed', async () => {
    await servePage(form);
    screen.getByRole<HTMLInputElement>('textbox', { name: '手机号' }).value = '138';

    await postPlainly(form, action);

    const summary = within(screen.getByRole('alert'));
    expect(summary.getByText('有 1 处需要修改')).toBeInTheDocument();
    expect(summary.getByRole('link', { name: '手机号：请填写 11 位手机号，以 1 开头' })).toHaveAttribute('href', '#phone');
    const phone = screen.getByRole('textbox', { name: '手机号' });
    expect(phone).toHaveValue('138');
    expect(phone).toBeInvalid();
    expect(phone).toHaveAccessibleDescription('请填写 11 位手机号，以 1 开头');
    expect(screen.getByRole('textbox', { name: '姓名' })).toHaveValue('张建国');
  });

  it('never comes back with a password', async () => {
    await servePage(form);
    screen.getByLabelText<HTMLInputElement>(/^密码|^\*密码/).value = 'yanshi-mima-2026';

    const page = await postPlainly(form, action);

    expect(page.innerHTML).not.toContain('yanshi-mima-2026');
  });
});
