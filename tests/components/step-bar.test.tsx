import { render, screen, within } from '@testing-library/react';
import { ReturnedNote } from '../../components/applications/returned-note';
import { StepBar } from '../../components/applications/step-bar';
import type { StepStatus } from '../../lib/applications/journey';

const journey: StepStatus[] = [
  { id: 'charter', done: true, open: true, text: '已同意' },
  { id: 'company', done: true, open: true, text: '已填好' },
  { id: 'documents', done: false, open: true, text: '还差 2 份' },
  { id: 'dues', done: false, open: false, text: '2026 年度' },
  { id: 'review', done: false, open: false, text: '等待提交' },
];

const steps = () => within(screen.getByRole('navigation', { name: '入会步骤' })).getAllByRole('listitem');

describe('the steps of an application', () => {
  it('say in words how far each one is, and which are done also to a screen reader', () => {
    render(<StepBar journey={journey} current="documents" query="" />);

    expect(steps().map((step) => step.textContent)).toEqual([
      '阅读章程已同意',
      '企业信息已填好',
      '3申请材料还差 2 份',
      '4交纳会费2026 年度',
      '5核对提交等待提交',
    ]);
    expect(screen.getAllByLabelText('已完成')).toHaveLength(2);
  });

  it('mark the one that is shown', () => {
    render(<StepBar journey={journey} current="documents" query="" />);

    expect(steps().map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null, null]);
  });

  it('are links where one may go, with the application in the address', () => {
    render(<StepBar journey={journey} current="company" query="?application=a-1" />);

    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/apply/charter?application=a-1',
      '/apply/documents?application=a-1',
    ]);
  });
});

describe('a returned application', () => {
  const returned = {
    reason: '请按标记的意见修改后重新提交。',
    marks: [
      { target: 'company.postcode', comment: '与通讯地址不符', changed: false },
      { target: 'documents.businessLicense', comment: '看不清', changed: false },
    ],
  };

  it('says what to correct, each line a link to where that is done', () => {
    render(<ReturnedNote returned={returned} query="?application=a-1" />);

    expect(screen.getByText('请按标记的意见修改后重新提交。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '邮编：与通讯地址不符' })).toHaveAttribute('href', '/apply/company?application=a-1#postcode');
    expect(screen.getByRole('link', { name: '营业执照：看不清' })).toHaveAttribute(
      'href',
      '/apply/documents?application=a-1#businessLicense',
    );
  });

  it('says on a step only what is to be corrected there', () => {
    render(<ReturnedNote returned={returned} step="documents" />);

    expect(screen.getByText('审核意见：这一步有 1 处需要修改')).toBeInTheDocument();
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.getByRole('link', { name: '营业执照：看不清' })).toHaveAttribute('href', '#businessLicense');
  });

  it('is silent on a step that has nothing to correct', () => {
    render(<ReturnedNote returned={returned} step="dues" />);

    expect(screen.queryByText(/审核意见/)).not.toBeInTheDocument();
  });
});
