import { today } from '../../lib/clock';
import { yearOf } from '../../lib/days';
import { db } from '../../lib/db';
import { raiseDues } from '../../lib/dues/raise-dues';
import { changeSetting } from '../../lib/settings/change-setting';
import { buildAccount, buildStaff } from './accounts';
import { buildApplication } from './applications';
import { sampleAnswers, sampleUscc } from './companies';
import { demoApplicants, demoStaff } from './people';
import { sampleScan } from './sample-files';

/** Fills an empty system with staff, companies in each state and a payment account. Does nothing a second time. */
export async function seedDemo(): Promise<void> {
  if (await db().account.count()) return;
  const [reviewer, finance, , admin] = await Promise.all(
    demoStaff.map(({ roles, ...staff }) => buildStaff({ ...staff, roles: [...roles] })),
  );
  if (!reviewer || !finance || !admin) throw new Error('the demo needs a reviewer, finance and an administrator');
  await changeSetting(admin, 'paymentAccount', {
    accountName: '中国施工企业管理协会（演示）',
    bank: '演示银行北京海淀支行',
    accountNumber: '0200000000000000000',
    bankCode: '',
  });
  for (const [index, { phone, person, company, stage, province, address }] of demoApplicants.entries()) {
    const applicant = await buildAccount({ phone, name: person });
    const [provinceCode, cityCode] = province;
    const liaison = {
      order: 'first' as const,
      name: person,
      department: '企业管理部',
      title: '主任',
      mobile: phone,
      email: `${phone}@qq.com`,
    };
    const answers = sampleAnswers({ name: company, uscc: sampleUscc(index + 1), provinceCode, cityCode, address, liaisons: [liaison] });
    const transferVoucher = await sampleScan('银行电子回单', [
      `付款人　${company}`,
      '收款人　中国施工企业管理协会（演示）',
      '金额　¥3,000.00',
    ]);
    await buildApplication({ applicant, answers, stage, reviewer, finance, scans: { transferVoucher } });
  }
  // Next year's dues, so that members of the demo have something to pay.
  await raiseDues(finance, yearOf(await today()) + 1);
}
