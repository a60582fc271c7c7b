import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fullAnswers, openCompanyForm } from '../support/company-form';
import { visit } from '../support/navigation';

const field = (name: string | RegExp) => screen.getByLabelText(name);
const type = (name: string | RegExp, text: string) => fireEvent.input(field(name), { target: { value: text } });
const pass = (ms: number) => act(async () => jest.advanceTimersByTime(ms));
const turn = (state: 'hidden' | 'visible') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  act(() => document.dispatchEvent(new Event('visibilitychange')));
};
const happen = (event: string) => act(() => window.dispatchEvent(new Event(event)));

beforeEach(() => {
  jest.useFakeTimers();
  visit('/apply/company?application=a-1');
});
afterEach(() => {
  turn('visible');
  jest.useRealTimers();
});

describe('what somebody types', () => {
  it('saves itself after a pause, as it is, and says when', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '10');
    expect(drafts.sent).toHaveLength(0);
    await pass(1000);
    expect(drafts.sent).toMatchObject([{ keepalive: false, draft: { applicationId: 'a-1', step: 'company', values: { postcode: '10' } } }]);
    expect(screen.getByText('正在保存…')).toBeInTheDocument();
    await drafts.store();
    expect(screen.getByText('✓ 已于 14:32 自动保存')).toBeInTheDocument();
  });

  it('does not wait for the pause when somebody types on and on', async () => {
    const { drafts } = openCompanyForm();
    for (let second = 0; second < 8; second++) {
      type(/企业基本情况/, '字'.repeat(second + 1));
      await pass(700);
    }
    expect(drafts.sent.length).toBeGreaterThanOrEqual(1);
  });

  it('is not sent when nothing was changed, nor when it was changed back', async () => {
    const { drafts } = openCompanyForm();
    await pass(10_000);
    type(/邮编/, '1');
    type(/邮编/, String(fullAnswers.postcode));
    await pass(10_000);
    expect(drafts.sent).toHaveLength(0);
  });

  it('shows no message at any field, and leaves the focus and the caret where they are', async () => {
    const { drafts } = openCompanyForm({ ...fullAnswers, industry: '' });
    field(/邮编/).focus();
    type(/邮编/, '1');
    await pass(1000);
    type(/邮编/, '12'); // while the save is on its way
    await drafts.store();
    expect(field(/邮编/)).toHaveValue('12');
    expect(field(/邮编/)).toHaveFocus();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(document.querySelector('[aria-invalid]')).toBeNull();
  });

  it('is saved in order: the next only after the answer, with what was typed meanwhile', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '1');
    await pass(1000);
    type(/邮编/, '12');
    await pass(20_000);
    expect(drafts.sent).toHaveLength(1);
    await drafts.store();
    await pass(1000);
    expect(drafts.sent[1]?.draft).toMatchObject({ values: { postcode: '12' }, opened: { sequence: 2, bases: [{ postcode: '1' }] } });
  });

  it('is sent at once, even beside a save on its way, when the page is hidden or left', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '1');
    await pass(1000);
    type(/邮编/, '12');
    turn('hidden');
    expect(drafts.sent).toMatchObject([
      { keepalive: false },
      { keepalive: true, draft: { values: { postcode: '12' }, opened: { sequence: 2 } } },
    ]);
    await drafts.lose(); // the first one was cut off, the second arrived
    await drafts.store();
    expect(screen.getByText('✓ 已于 14:32 自动保存')).toBeInTheDocument();

    type(/邮编/, '123');
    happen('pagehide');
    expect(drafts.sent.at(-1)).toMatchObject({ keepalive: true, draft: { values: { postcode: '123' } } });
  });

  it('goes along when the person moves on within the site', () => {
    const { drafts, leave } = openCompanyForm();
    type(/邮编/, '123');
    leave();
    expect(drafts.sent).toMatchObject([{ keepalive: true, draft: { values: { postcode: '123' } } }]);
  });

  it('is saved with rows that were added and removed', async () => {
    const { drafts } = openCompanyForm();
    fireEvent.click(screen.getByRole('button', { name: '＋ 新增联络员' }));
    await pass(1000);
    expect(drafts.sent[0]?.draft.values.liaisons).toMatchObject([{ name: '周敏' }, { order: 'second', name: '' }]);
    await drafts.store();
    fireEvent.click(screen.getByRole('button', { name: '移除第 1 名联络员' }));
    await pass(1000);
    expect(drafts.sent[1]?.draft.values.liaisons).toMatchObject([{ order: 'second', name: '' }]);
  });
});

describe('a save that fails', () => {
  it('says that the content is still here, and tries again and again', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '123');
    await pass(1000);
    await drafts.lose();
    expect(screen.getByText('暂时没有保存，内容还在本页，会自动重试')).toBeInTheDocument();
    await pass(3000);
    await drafts.refuse(503, '现在使用的人较多');
    await pass(6000);
    expect(drafts.sent).toHaveLength(3);
    await drafts.store();
    expect(screen.getByText('✓ 已于 14:32 自动保存')).toBeInTheDocument();
    expect(screen.queryByText(/暂时没有保存/)).not.toBeInTheDocument();
  });

  it('is tried at once when the network is back', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '123');
    await pass(1000);
    await drafts.lose();
    happen('online');
    expect(drafts.sent).toHaveLength(2);
  });

  it('names what it had sent, so that nobody is in conflict with themselves when that arrived after all', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '1');
    await pass(1000);
    await drafts.lose();
    type(/邮编/, '12');
    await pass(1000);
    expect(drafts.sent[1]?.draft.opened.bases.map(({ postcode }) => postcode)).toEqual([fullAnswers.postcode, fullAnswers.postcode, '1']);
  });

  it('is not repeated when the server had a reason, which is shown', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '123');
    await pass(1000);
    await drafts.refuse(422, '申请已提交，现在不能修改。');
    expect(screen.getByText('没有保存：申请已提交，现在不能修改。')).toBeInTheDocument();
    await pass(60_000);
    expect(drafts.sent).toHaveLength(1);
  });
});

describe('a session that expired while somebody typed', () => {
  it('says so where the saving is told, with the way back to this page, and brings everything back there', async () => {
    const { drafts, leave } = openCompanyForm();
    type(/邮编/, '123');
    await pass(1000);
    await drafts.refuse(401);
    expect(screen.getByText(/登录已超时，暂时没有保存，内容还在本页/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '重新登录' })).toHaveAttribute(
      'href',
      `/login?reason=expired&next=${encodeURIComponent('/apply/company?application=a-1')}`,
    );
    expect(field(/邮编/)).toHaveValue('123');
    leave();

    const again = openCompanyForm();
    expect(field(/邮编/)).toHaveValue('123');
    expect(screen.getByText('已恢复上次没有保存的内容。')).toBeInTheDocument();
    await pass(0);
    expect(again.drafts.sent[0]?.draft).toMatchObject({ values: { postcode: '123' } });
    await again.drafts.store();
    expect(Object.keys(sessionStorage)).toEqual(['version:a-1:company']);
  });

  it('goes on by itself when the person signed in elsewhere and comes back to this tab', async () => {
    const { drafts } = openCompanyForm();
    type(/邮编/, '123');
    await pass(1000);
    await drafts.refuse(401);
    turn('visible');
    await drafts.store();
    expect(screen.getByText('✓ 已于 14:32 自动保存')).toBeInTheDocument();
  });

  it('asks, when it comes back and somebody else has changed the same', async () => {
    const { drafts, leave } = openCompanyForm();
    type(/邮编/, '123');
    await pass(1000);
    await drafts.refuse(401);
    leave();

    const again = openCompanyForm({ ...fullAnswers, postcode: '999999' });
    await pass(0);
    // Sent as changed from what it was then, so that the server sees both changes.
    expect(again.drafts.sent[0]?.draft).toMatchObject({ values: { postcode: '123' } });
    expect(again.drafts.sent[0]?.draft.opened.bases.map(({ postcode }) => postcode)).not.toContain('999999');
  });
});

describe('somebody else on the same draft', () => {
  const theirs = { ...fullAnswers, postcode: '999999', address: '江苏省苏州市别处 2 号' };
  const conflict = { unit: 'address', base: String(fullAnswers.address), mine: '江苏省苏州市我处', theirs: String(theirs.address) };

  async function meet() {
    const opened = openCompanyForm();
    type(/通讯地址/, '江苏省苏州市我处');
    await pass(1000);
    await opened.drafts.store({ values: theirs, conflicts: [conflict] });
    return opened;
  }
  const panel = () => within(screen.getByRole('group', { name: '通讯地址' }));

  it('is seen: what only they changed is shown, what both changed is asked, nothing typed is lost', async () => {
    await meet();
    expect(field(/邮编/)).toHaveValue('999999');
    expect(field(/通讯地址/)).toHaveValue('江苏省苏州市我处');
    expect(screen.getByText('有 1 处，另一个窗口（或同事）也改过，请选择用哪一个')).toBeInTheDocument();
    expect(panel().getByRole('radio', { name: /用对方的：\s*江苏省苏州市别处 2 号$/ })).toBeInTheDocument();
    expect(panel().getByRole('radio', { name: /用我的：\s*江苏省苏州市我处$/ })).toBeInTheDocument();
  });

  it('is not overwritten while it is not decided, also not by further typing or by the button', async () => {
    const { drafts, sent } = await meet();
    type(/企业基本情况/, '新的介绍');
    type(/通讯地址/, '江苏省苏州市我处三楼');
    await pass(1000);
    expect(drafts.sent[1]?.draft.values).toMatchObject({ profile: '新的介绍', address: fullAnswers.address });
    fireEvent.click(screen.getByRole('button', { name: '保存并继续' }));
    await pass(0);
    expect(sent).toHaveLength(0);
    await waitFor(() => expect(document.activeElement).toContainElement(screen.getByRole('group', { name: '通讯地址' })));
    expect(panel().getByRole('radio', { name: /用我的：\s*江苏省苏州市我处三楼$/ })).toBeInTheDocument();
  });

  it('is replaced by mine when I say so, knowing what it replaces', async () => {
    const { drafts } = await meet();
    fireEvent.click(panel().getByRole('radio', { name: /用我的/ }));
    expect(screen.queryByRole('group', { name: '通讯地址' })).not.toBeInTheDocument();
    await pass(0);
    expect(drafts.sent[1]?.draft).toMatchObject({
      values: { address: '江苏省苏州市我处', postcode: '999999' },
      opened: { bases: [{ address: theirs.address }] },
    });
  });

  it('stands when I say so', async () => {
    const { drafts } = await meet();
    fireEvent.click(panel().getByRole('radio', { name: /用对方的/ }));
    expect(field(/通讯地址/)).toHaveValue('江苏省苏州市别处 2 号');
    await pass(5000);
    expect(drafts.sent).toHaveLength(1);
  });

  it('never changes a field under the fingers of somebody who stands in it', async () => {
    const { drafts } = openCompanyForm();
    type(/通讯地址/, '江苏省苏州市我处');
    field(/邮编/).focus();
    await pass(1000);
    await drafts.store({ values: { ...theirs, address: '江苏省苏州市我处' } });
    expect(field(/邮编/)).toHaveValue(String(fullAnswers.postcode));
  });

  it('can be answered for all fields with one button', async () => {
    const { drafts } = openCompanyForm();
    type(/通讯地址/, '江苏省苏州市我处');
    type(/邮编/, '111111');
    await pass(1000);
    const second = { unit: 'postcode', base: '215000', mine: '111111', theirs: '999999' };
    await drafts.store({ values: theirs, conflicts: [conflict, second] });
    fireEvent.click(screen.getByRole('button', { name: '全部用我的' }));
    await pass(0);
    expect(drafts.sent[1]?.draft.values).toMatchObject({ address: '江苏省苏州市我处', postcode: '111111' });
  });

  it('is told in words: names for codes, rows as one text', async () => {
    const { drafts } = openCompanyForm();
    fireEvent.change(field(/所属行业/), { target: { value: '房屋建筑' } });
    fireEvent.click(screen.getByRole('checkbox', { name: '公路工程' }));
    await pass(1000);
    const conflicts = [
      { unit: 'provinceCode', base: {}, mine: {}, theirs: { provinceCode: '11', cityCode: '1101' } },
      { unit: 'qualifications', base: [], mine: [], theirs: ['none'] },
    ];
    await drafts.store({ values: { ...fullAnswers, provinceCode: '11', cityCode: '1101', qualifications: ['none'] }, conflicts });
    expect(screen.getByRole('radio', { name: /用对方的：\s*北京市 北京市$/ })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /用我的：\s*江苏省 苏州市$/ })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /用对方的：\s*无$/ })).toBeInTheDocument();
    expect(
      within(screen.getByRole('group', { name: '资质信息' })).getByRole('radio', { name: /用我的：\s*建筑工程\s*公路工程/ }),
    ).toBeInTheDocument();
  });
});

describe('the button', () => {
  it('tells the server what the form knows, and counts after every save', async () => {
    const { drafts, send, sent } = openCompanyForm();
    jest.useRealTimers();
    type(/邮编/, '215001');
    await send();
    await waitFor(() => expect(sent).toHaveLength(1));
    const opened = JSON.parse(String(sent[0]?.opened));
    expect(opened).toMatchObject({ sequence: 1, bases: [{ postcode: '215000' }, { postcode: '215000' }] });
    expect(opened.editor).not.toBe('');
    expect(drafts.sent).toHaveLength(0);
  });
});
