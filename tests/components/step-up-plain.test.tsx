import { screen } from '@testing-library/react';
import * as z from 'zod';
import { ActionForm } from '../../components/form/action-form';
import { ReasonField } from '../../components/form/reason-field';
import { SubmitButton } from '../../components/form/submit-button';
import type { AccountActor } from '../../lib/access/actor';
import { defineAction } from '../../lib/actions/define-action';
import { DomainError } from '../../lib/errors';
import { postPlainly, servePage, serverAction } from '../support/server-page';

const actor: AccountActor = {
  kind: 'account',
  id: 'a',
  name: '赵管理',
  phone: '13900000004',
  roles: ['admin'],
  companyIds: [],
  sessionId: '',
  address: '',
  freshFactor: false,
};

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));
jest.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }));
jest.mock('../../lib/env', () => ({ env: () => ({ SITE_URL: 'http://localhost:3000' }) }));
jest.mock('../../lib/actions/run-jobs-after', () => ({ runJobsAfter: () => undefined }));
jest.mock('../../lib/session', () => ({
  getConfirmedActor: async (code: string) => {
    if (code && code !== '123456') throw new DomainError('stepUp', { fieldErrors: { factorCode: '动态码不对' } });
    return { ...actor, freshFactor: code === '123456' };
  },
}));

/** What any command does whose permission is marked in the policy. */
const done: string[] = [];
const marked = defineAction(z.object({ reason: z.string() }), async (context) => {
  if (!context.actor.freshFactor) throw new DomainError('stepUp');
  done.push(context.input.reason);
  return undefined;
});
const action = serverAction(marked);
beforeEach(() => done.splice(0));

const refundForm = (
  <ActionForm action={action} hidden={{ filingId: 'f-1' }} labels={{ reason: '退费原因' }}>
    <ReasonField name="reason" label="退费原因" />
    <SubmitButton>退费</SubmitButton>
  </ActionForm>
);
const code = () => screen.getByRole<HTMLInputElement>('textbox', { name: /动态码/ });

describe('a command that asks for a fresh second factor, without JavaScript', () => {
  it('is asked for in place with everything typed still there, and done with the code', async () => {
    await servePage(refundForm);
    expect(screen.queryByRole('textbox', { name: /动态码/ })).not.toBeInTheDocument();
    screen.getByRole<HTMLTextAreaElement>('textbox', { name: '退费原因' }).value = '重复汇款';

    await postPlainly(refundForm, action);
    expect(done).toEqual([]);
    expect(screen.getByRole('textbox', { name: '退费原因' })).toHaveValue('重复汇款');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument(); // nothing was done wrong
    expect(document.querySelector('form')).toHaveFormValues({ filingId: 'f-1', factorCode: '' });

    code().value = '000000';
    await postPlainly(refundForm, action);
    expect(done).toEqual([]);
    expect(code()).toHaveAccessibleDescription('动态码不对');
    expect(code()).toHaveValue('');
    expect(screen.getByRole('alert')).toHaveTextContent('动态码不对');
    expect(screen.getByRole('textbox', { name: '退费原因' })).toHaveValue('重复汇款');

    code().value = '123456';
    const page = await postPlainly(refundForm, action);
    expect(done).toEqual(['重复汇款']);
    expect(screen.queryByRole('textbox', { name: /动态码/ })).not.toBeInTheDocument();
    expect(page.innerHTML).not.toContain('123456');
  });
});
