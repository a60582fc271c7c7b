import type { AccountActor, Actor } from '../../lib/access/actor';
import type { CompanyAnswers } from '../../lib/applications/schema';
import type { StaffRole } from '../../lib/generated/prisma/enums';
import { buildAccount, buildStaff } from '../../prisma/seed/accounts';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';

let phones = 0;
let companies = 0;
let addresses = 0;

/** A mobile number that nobody in this test file has had yet. */
export function newPhone(): string {
  return `1380001${String(++phones).padStart(4, '0')}`;
}

/** An applicant with an account and a password. */
export function anApplicant(): Promise<AccountActor> {
  return buildAccount({ phone: newPhone(), name: '张建国' });
}

/** Somebody of the association. */
export function staffWith(...roles: StaffRole[]): Promise<AccountActor> {
  return buildStaff({ phone: newPhone(), name: '王审核', roles });
}

/** A visitor from an address that nobody in this test file has come from yet. */
export function aVisitor(): Actor & { kind: 'visitor' } {
  return { kind: 'visitor', address: `203.0.113.${++addresses}` };
}

/** Complete answers of a company of its own, with its applicant as 第一联络员. */
export function companyOf({ phone }: { phone: string }, change: Partial<CompanyAnswers> = {}): CompanyAnswers {
  const n = ++companies;
  const liaison = {
    order: 'first' as const,
    name: '张建国',
    department: '企业管理部',
    title: '主任',
    mobile: phone,
    email: 'zhangjg@qq.com',
  };
  return sampleAnswers({ name: `北京远筑第${n}建设有限公司`, uscc: sampleUscc(5000 + n), liaisons: [liaison], ...change });
}
