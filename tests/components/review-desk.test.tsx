import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReviewDesk } from '../../components/applications/review-desk';
import type { Decision } from '../../lib/applications/review';
import type { FileKind } from '../../lib/generated/prisma/enums';
import { fakeAction } from '../support/fake-action';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const facts = [
  { target: 'company.name', label: '单位名称', value: '江苏远筑建设集团有限公司' },
  { target: 'company.postcode', label: '邮编', value: '215000' },
];
const scan = (kind: FileKind, name: string, pages: number) => ({
  id: name,
  kind,
  name,
  bytes: 1000,
  isPdf: pages > 1,
  pages: Array.from({ length: pages }, (_, index) => ({ page: index + 1, width: 600, height: 800 })),
});
const stamp = (number: string) => ({ number, outdated: null, before: null });
const documents = (['applicationForm', 'creditPledge', 'businessLicense'] as const).map((kind) => ({ kind }));
const files = [scan('applicationForm', 'form.pdf', 2), scan('businessLicense', 'licence.jpg', 1)];

type Open = { marks?: { target: string; comment: string }[]; decisions?: readonly Decision[]; duesAllow?: boolean };

const ALL = ['approve', 'return', 'reject'] as const;

function open({ marks = [], decisions = ALL, duesAllow = true }: Open = {}) {
  const [approve, pass, reject, back] = [fakeAction(), fakeAction(), fakeAction(), fakeAction()];
  render(
    <ReviewDesk
      applicationId="a-1"
      heading={<h1>江苏远筑建设集团有限公司</h1>}
      submitted="2026年11月23日 14:32 提交"
      facts={facts}
      documents={documents}
      files={files}
      stamps={{ applicationForm: stamp('7KQM-2XHD'), creditPledge: stamp('A3PW-9RTE') }}
      marks={marks}
      decisions={decisions}
      duesAllow={duesAllow}
      actions={{ approve: approve.action, pass: pass.action, reject: reject.action, return: back.action }}
    >
      <p>申请记录</p>
    </ReviewDesk>,
  );
  return { user: userEvent.setup(), approve, pass, reject, back };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const comment = (label: string) => screen.getByRole('textbox', { name: `${label}需要怎样修改` });
const dialog = (name: string | RegExp) => within(screen.getByRole('dialog', { name }));

describe('returning an application', () => {
  it('gathers a comment for each marked field and file, and sends them with a reason', async () => {
    const { user, back } = open();
    await user.click(button('标记 邮编'));
    await user.type(comment('邮编'), '与通讯地址不符');
    await user.click(button('标记 营业执照'));
    await user.type(comment('营业执照'), '请重新扫描，看不清');

    await user.click(button('退回修改（2 处）'));
    const words = dialog(/^退回修改/);
    expect(words.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '邮编：与通讯地址不符',
      '营业执照：请重新扫描，看不清',
    ]);
    expect(words.getByRole('textbox', { name: '退回说明' })).toHaveValue('请按标记的意见修改后重新提交。');
    await user.click(words.getByRole('button', { name: '确认退回' }));

    expect(back.sent).toEqual([
      {
        applicationId: 'a-1',
        reason: '请按标记的意见修改后重新提交。',
        marks: [
          { target: 'company.postcode', comment: '与通讯地址不符' },
          { target: 'documents.businessLicense', comment: '请重新扫描，看不清' },
        ],
      },
    ]);
  });

  it('puts the cursor where the comment is written', async () => {
    const { user } = open();

    await user.click(button('标记 邮编'));

    expect(comment('邮编')).toHaveFocus();
  });

  it('forgets a mark that is taken back', async () => {
    const { user, back } = open();
    await user.click(button('标记 邮编'));
    await user.type(comment('邮编'), '不符');

    await user.click(button('取消标记 邮编'));

    expect(screen.queryByRole('textbox', { name: '邮编需要怎样修改' })).not.toBeInTheDocument();
    await user.click(button('退回修改'));
    await user.type(dialog('退回修改').getByRole('textbox', { name: '退回说明' }), '请补充材料');
    await user.click(button('确认退回'));
    expect(back.sent).toEqual([{ applicationId: 'a-1', reason: '请补充材料' }]);
  });

  it('warns about marks without words', async () => {
    const { user } = open();
    await user.click(button('标记 邮编'));

    await user.click(button('退回修改（1 处）'));

    expect(dialog(/^退回修改/).getByText('有 1 处标记还没有写修改意见，请先写好。')).toBeInTheDocument();
  });

  it('says plainly what the server refuses, and keeps the comments', async () => {
    const { user, back } = open();
    await user.click(button('标记 邮编'));
    await user.click(button('退回修改（1 处）'));
    await user.click(button('确认退回'));

    await back.answer({ status: 'error', fieldErrors: { 'marks.0.comment': '请填写修改意见' } });

    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('有 1 处需要修改请填写修改意见');
    expect(within(alert).queryByRole('link')).not.toBeInTheDocument(); // there is no field to lead to
    expect(comment('邮编')).toBeInTheDocument();
  });
});

describe('rejecting an application', () => {
  it('sends the reason', async () => {
    const { user, reject } = open();
    await user.click(button('不予通过'));
    expect(dialog('不予通过').getByText(/申请将结束，申请人会收到短信/)).toBeInTheDocument();

    await user.type(dialog('不予通过').getByRole('textbox', { name: '不予通过的原因' }), '不是施工企业');
    await user.click(button('确认不予通过'));

    expect(reject.sent).toEqual([{ applicationId: 'a-1', reason: '不是施工企业' }]);
  });

  it('asks for the reason where the server finds none: at the field, and with the focus', async () => {
    const { user, reject } = open();
    await user.click(button('不予通过'));
    await user.click(button('确认不予通过'));

    await reject.answer({ status: 'error', fieldErrors: { reason: '请填写不予通过的原因' }, values: { reason: '' } });

    const reason = dialog('不予通过').getByRole('textbox', { name: '不予通过的原因' });
    expect(reason).toBeRequired();
    expect(reason).toHaveAccessibleDescription('请填写不予通过的原因');
    expect(document.activeElement).toContainElement(screen.getByRole('alert'));
  });

  it('keeps the reason when somebody else has decided in the meantime', async () => {
    const { user, reject } = open();
    await user.click(button('不予通过'));
    await user.type(dialog('不予通过').getByRole('textbox', { name: '不予通过的原因' }), '不是施工企业');
    await user.click(button('确认不予通过'));

    await reject.answer({ status: 'error', formError: '这份申请刚刚被处理过，请刷新页面。', values: { reason: '不是施工企业' } });

    expect(screen.getByRole('alert')).toHaveTextContent('这份申请刚刚被处理过，请刷新页面。');
    expect(dialog('不予通过').getByRole('textbox', { name: '不予通过的原因' })).toHaveValue('不是施工企业');
  });

  it('can be called off', async () => {
    const { user, reject } = open();
    await user.click(button('不予通过'));

    await user.click(dialog('不予通过').getByRole('button', { name: '取消' }));

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(reject.sent).toHaveLength(0);
  });
});

describe('approving an application', () => {
  it('asks no reason once the dues are confirmed', async () => {
    const { user, approve } = open();
    await user.click(button('审核通过'));
    expect(dialog('审核通过').queryByRole('textbox')).not.toBeInTheDocument();

    await user.click(button('确认通过'));

    expect(approve.sent).toEqual([{ applicationId: 'a-1' }]);
  });

  it('asks why, where the dues are not confirmed', async () => {
    const { user, approve } = open({ duesAllow: false });
    await user.click(button('审核通过'));
    expect(dialog('审核通过').getByText('会费还没有全额确认到账')).toBeInTheDocument();

    await user.type(dialog('审核通过').getByRole('textbox', { name: '先通过的原因' }), '会议已同意');
    await user.click(button('确认通过'));

    expect(approve.sent).toEqual([{ applicationId: 'a-1', overrideReason: '会议已同意' }]);
  });
});

describe('an application that is not to be decided', () => {
  it('shows the comments of its return, and nothing to press', () => {
    open({ decisions: [], marks: [{ target: 'company.name', comment: '与营业执照不一致' }] });

    expect(screen.getByText('与营业执照不一致')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /标记|退回|通过/ })).not.toBeInTheDocument();
  });
});

describe('the scans', () => {
  it('stand beside the data, a tab a document with its pages', async () => {
    const { user } = open();
    expect(screen.getByRole('tab', { name: '入会申请表（2 页）' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getAllByRole('img', { name: /^入会申请表 第/ })).toHaveLength(2);

    await user.click(screen.getByRole('tab', { name: '营业执照（1 页）' }));

    expect(screen.getByRole('tab', { name: '营业执照（1 页）' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tabpanel', { name: '营业执照' })).toBeInTheDocument();
    expect(screen.getAllByRole('img').map((image) => image.getAttribute('src'))).toEqual(['/api/files/licence.jpg/pages/1']);
    expect(screen.getByRole('link', { name: '下载原件' })).toHaveAttribute('href', '/api/files/licence.jpg');
  });
});
