import type { AccountActor } from '../../lib/access/actor';
import type { FormValues } from '../../lib/actions/action-state';
import type { Opened } from '../../lib/applications/draft-schema';
import { issueCertificate } from '../../lib/certificates/issue-certificate';
import { createCompany } from '../../lib/companies/create-company';
import { getCompanyEdit } from '../../lib/companies/queries';
import { requestRename } from '../../lib/companies/request-rename';
import { db } from '../../lib/db';
import { createMember } from '../../lib/members/create-member';
import { transaction } from '../../lib/transaction';
import { storeUpload } from '../../lib/uploads/store-upload';
import { sampleUscc } from '../../prisma/seed/companies';
import { anApplication, smallPicture } from './applications';
import { anApplicant, companyOf, newPhone, staffWith } from './people';

let codes = 0;

/** A credit code that no company of this test file has. */
export function newUscc(): string {
  return sampleUscc(7000 + ++codes);
}

/** A member with its first liaison, and a second one where asked for; each may act for the company. */
export async function aMember({ second = false, applicant }: { second?: boolean; applicant?: AccountActor } = {}) {
  const first = applicant ?? (await anApplicant());
  const liaison = {
    order: 'first' as const,
    name: '张建国',
    department: '企业管理部',
    title: '主任',
    mobile: first.phone,
    email: 'zhangjg@qq.com',
  };
  const other = { ...liaison, order: 'second' as const, name: '周敏', mobile: newPhone() };
  const made = await anApplication('approved', {
    applicant: first,
    reviewer: await staffWith('reviewer'),
    finance: await staffWith('finance'),
    change: { liaisons: second ? [liaison, other] : [liaison] },
  });
  const { id: companyId } = await db().company.findUniqueOrThrow({ where: { uscc: made.answers.uscc } });
  return { ...made, companyId, first: await liaisonOf(companyId, 'first'), second: second ? await liaisonOf(companyId, 'second') : null };
}

/** A member by the shortest way: no application, no files, nothing owed. */
export async function aPlainMember() {
  const registrant = await anApplicant();
  const answers = companyOf(registrant);
  const companyId = await transaction(async (tx) => {
    const { id } = await createCompany(tx, { answers, registrant });
    const { id: memberId } = await createMember(tx, { companyId: id, joinedOn: '2020-01-01', level: 'ordinaryMember', reason: '入会' });
    await issueCertificate(tx, memberId);
    return id;
  });
  return { companyId, answers, first: await liaisonOf(companyId, 'first') };
}

/** The account that represents the company now, with every company it represents. */
export async function liaisonOf(companyId: string, order: 'first' | 'second'): Promise<AccountActor> {
  const { account } = await db().liaison.findFirstOrThrow({ where: { companyId, order, to: null }, include: { account: true } });
  if (!account) throw new Error(`${order} of ${companyId} has no account`);
  const liaisons = await db().liaison.findMany({ where: { accountId: account.id, to: null }, select: { companyId: true } });
  return {
    ...{ kind: 'account', id: account.id, name: account.name, phone: account.phone, roles: [], sessionId: '', address: '127.0.0.1' },
    companyIds: liaisons.map((one) => one.companyId),
    freshFactor: false,
  };
}

/** The form of 编辑企业信息 as it opens, with some of it typed over. */
export async function openEdit(actor: AccountActor, companyId: string) {
  const { values: base } = await getCompanyEdit(actor, companyId);
  const opened: Opened = { bases: [base], editor: '', sequence: 0, conflicts: [] };
  const form = (change: FormValues, of = opened) => ({ companyId, values: { ...base, ...change }, opened: of });
  return { base, opened, form };
}

/** The first liaison's row of a form, changed. */
export function contact({ liaisons }: FormValues, change: FormValues): FormValues {
  const rows = Array.isArray(liaisons) ? liaisons.filter((row) => typeof row === 'object') : [];
  return { liaisons: rows.map((row, at) => (at === 0 ? { ...row, ...change } : row)) };
}

/** A page of the new licence. */
export async function uploadLicence(actor: AccountActor, companyId: string): Promise<string> {
  const upload = { companyId, kind: 'businessLicense' as const, name: '新执照.jpg', type: 'image/jpeg' as const };
  return (await storeUpload(actor, upload, await smallPicture())).id;
}

/** A request with its licence, as the first liaison makes it. */
export async function aRequest(change: { name?: string; uscc?: string } = {}) {
  const member = await aMember();
  const licence = await uploadLicence(member.first, member.companyId);
  const asked = { name: `${member.answers.name.replace('建设', '工程')}`, uscc: member.answers.uscc, ...change };
  await requestRename(member.first, { companyId: member.companyId, ...asked });
  const { id: changeId } = await db().companyChange.findFirstOrThrow({ where: { companyId: member.companyId, kind: 'request' } });
  return { ...member, licence, asked, changeId, reviewer: await staffWith('reviewer') };
}

/** What a company's history holds, oldest first: `kind field: state`. */
export async function changesOf(companyId: string): Promise<string[]> {
  const rows = await db().companyChange.findMany({ where: { companyId }, orderBy: [{ madeAt: 'asc' }, { id: 'asc' }] });
  return rows.map(({ kind, field, state }) => `${kind} ${field}: ${state}`);
}
