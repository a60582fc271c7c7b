import { issueCertificate } from '../../lib/certificates/issue-certificate';
import { nameIndex, namePinyin } from '../../lib/companies/name-index';
import { toColumn } from '../../lib/days';
import type { Level } from '../../lib/generated/prisma/enums';
import { transaction } from '../../lib/transaction';
import { sampleAnswers } from './companies';

type ImportedMember = {
  name: string;
  uscc: string;
  number: string;
  liaison: { name: string; phone: string };
  level?: Level;
  oldNames?: string[];
  provinceCode?: string;
  cityCode?: string;
};

/** A member as an import of the old system leaves it: its liaison has an account without a password. */
export async function buildImportedMember(member: ImportedMember): Promise<{ companyId: string; memberId: string; accountId: string }> {
  const { name, uscc, number, liaison, level = 'ordinaryMember', oldNames = [], provinceCode = '110000', cityCode = '110100' } = member;
  const { liaisons: _, usccConfirmed: __, ...fields } = sampleAnswers({ name, uscc, provinceCode, cityCode });
  return transaction(async (tx) => {
    const company = await tx.company.create({
      data: {
        ...fields,
        ...namePinyin(name),
        nameBigrams: nameIndex(name, ...oldNames),
        names: {
          create: [{ name, from: toColumn('2020-01-01') }, ...oldNames.map((old) => ({ name: old, to: toColumn('2020-01-01') }))],
        },
      },
    });
    const { phone } = liaison;
    const account = await tx.account.upsert({ where: { phone }, create: { phone, name: liaison.name }, update: {} });
    await tx.liaison.create({
      data: {
        companyId: company.id,
        accountId: account.id,
        order: 'first',
        name: liaison.name,
        department: '企业管理部',
        title: '主任',
        mobile: phone,
        email: `${phone}@qq.com`,
      },
    });
    const joinedOn = toColumn('2001-05-01');
    const { id: memberId } = await tx.member.create({
      data: { companyId: company.id, number, joinedOn, levels: { create: { level, from: joinedOn, reason: '导入' } } },
    });
    await issueCertificate(tx, memberId);
    return { companyId: company.id, memberId, accountId: account.id };
  });
}
