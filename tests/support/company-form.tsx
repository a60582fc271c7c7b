import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { saveCompanyAction } from '../../app/(applicant)/apply/company/actions';
import { CompanyForm } from '../../app/(applicant)/apply/company/company-form';
import type { FormValues } from '../../lib/actions/action-state';
import { draftServer } from './draft-server';
import { fakeAction } from './fake-action';

jest.mock('next/navigation', () => jest.requireActual('./navigation'));
jest.mock('../../app/(applicant)/apply/company/actions', () => ({ saveCompanyAction: jest.fn() }));

const option = (code: string) => ({ code, label: code });
const choices = {
  industry: [option('房屋建筑'), option('公路')],
  field: [option('施工总承包')],
  companyType: [option('民营企业')],
  affiliation: [option('其他')],
  qualification: [option('建筑工程'), option('公路工程')],
  regions: [
    { code: '11', label: '北京市', cities: [{ code: '1101', label: '北京市' }] },
    {
      code: '32',
      label: '江苏省',
      cities: [
        { code: '3201', label: '南京市' },
        { code: '3205', label: '苏州市' },
      ],
    },
  ],
};

export const liaison = (order: 'first' | 'second', name: string, mobile: string) => ({
  order,
  name,
  department: '办公室',
  title: '主任',
  mobile,
  email: 'someone@qq.com',
});

/** Answers that the form has nothing to say against. */
export const fullAnswers: FormValues = {
  name: '江苏远筑建设集团有限公司',
  uscc: '91110000100000000R',
  industry: '公路',
  field: '施工总承包',
  provinceCode: '32',
  cityCode: '3205',
  address: '江苏省苏州市人民路 1 号',
  postcode: '215000',
  legalRepresentative: '张建国',
  companyType: '民营企业',
  affiliation: '其他',
  profile: '成立于 1990 年。',
  liaisons: [liaison('first', '周敏', '13800000001')],
  qualifications: ['建筑工程'],
};

/** 企业信息 with these answers in it, and the server that the test plays. */
export function openCompanyForm(values: FormValues = fullAnswers, marks: readonly { target: string; comment: string }[] = []) {
  const server = fakeAction();
  const drafts = draftServer();
  jest.mocked(saveCompanyAction).mockImplementation(server.action);
  const user = userEvent.setup();
  const { unmount } = render(
    <CompanyForm
      applicationId="a-1"
      values={values}
      version={1}
      choices={choices}
      marks={marks}
      previous="/apply/charter"
      savedAt={null}
    />,
  );
  const send = () => user.click(screen.getByRole('button', { name: '保存并继续' }));
  return { user, send, drafts, leave: unmount, ...server };
}
