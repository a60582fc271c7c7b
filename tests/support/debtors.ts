import type { AccountActor } from '../../lib/access/actor';
import type { FormValues } from '../../lib/actions/action-state';
import { today } from '../../lib/clock';
import { toColumn, yearOf } from '../../lib/days';
import { db } from '../../lib/db';
import { fileMemberDues } from '../../lib/dues/file-member-dues';
import type { Level } from '../../lib/generated/prisma/enums';
import { createMember } from '../../lib/members/create-member';
import { transaction } from '../../lib/transaction';
import { buildAccount } from '../../prisma/seed/accounts';
import { sampleAnswers } from '../../prisma/seed/companies';
import { newUscc } from './companies';
import { newPhone } from './people';

let names = 0;

/** A member of years ago with one liaison, and nothing owed: made in the tables, as an import would. */
export async function aPlainMember({ level = 'ordinaryMember', joinedOn = '2015-03-01' }: { level?: Level; joinedOn?: string } = {}) {
  const phone = newPhone();
  const account = await buildAccount({ phone, name: '张建国' });
  const name = `河北承远第${++names}建设有限公司`;
  const { liaisons: _, usccConfirmed: __, ...fields } = sampleAnswers({ name, uscc: newUscc() });
  const { id: companyId } = await db().company.create({
    data: {
      ...fields,
      ...{ namePinyin: name, nameInitials: name, nameLetters: name, nameBigrams: [] },
      names: { create: { name } },
      liaisons: {
        create: {
          accountId: account.id,
          order: 'first',
          name: '张建国',
          department: '财务部',
          title: '会计',
          mobile: phone,
          email: 'zhang@qq.com',
        },
      },
    },
  });
  const member = await transaction((tx) => createMember(tx, { companyId, joinedOn, level, reason: '导入' }));
  const liaison: AccountActor = { ...account, companyIds: [companyId] };
  return { companyId, memberId: member.id, name, uscc: fields.uscc, phone, liaison };
}

export type PlainMember = Awaited<ReturnType<typeof aPlainMember>>;

/** A year that the member owes, as raising it makes it. */
export async function owes({ companyId }: { companyId: string }, year: number, amountFen = 300_000): Promise<string> {
  const data = { companyId, year, level: 'ordinaryMember' as const, amountFen, dueOn: toColumn(`${year}-06-30`) };
  return (await db().charge.create({ data, select: { id: true } })).id;
}

let serials = 0;

/** The form of 填写汇款信息 as a member fills it in. */
export async function filingValues({ name, uscc, phone }: PlainMember, change: FormValues = {}): Promise<FormValues> {
  return {
    ...{
      titleName: name,
      titleUscc: uscc,
      person: '张建国',
      mobile: phone,
      email: 'zhang@qq.com',
      payer: name,
      payerBank: '',
      payerAccount: '',
    },
    ...{
      paidOn: await today(),
      amount: '3000',
      serial: `SN${String(++serials).padStart(8, '0')}`,
      note: '',
      level: 'ordinaryMember',
      otherYears: [],
    },
    ...change,
  };
}

/** Filed by its liaison; answers with the filing of the year. */
export async function files(member: PlainMember, year: number, change: FormValues = {}) {
  const values = await filingValues(member, change);
  const filed = await fileMemberDues(member.liaison, { companyId: member.companyId, year, values });
  expect(filed).toMatchObject({ fieldErrors: {}, conflicts: [] });
  return latestFiling(member.companyId, year);
}

export async function latestFiling(companyId: string, year: number) {
  return db().filing.findFirstOrThrow({
    where: { companyId, charges: { some: { charge: { year } } } },
    include: { charges: true, payments: true, files: true },
    orderBy: { filedAt: 'desc' },
  });
}

export async function thisYear(): Promise<number> {
  return yearOf(await today());
}
