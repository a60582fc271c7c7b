import { randomInt } from 'node:crypto';
import type { AccountActor } from '../../lib/access/actor';
import { today } from '../../lib/clock';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { fileMemberDues } from '../../lib/dues/file-member-dues';
import { recordReceipt } from '../../lib/receipts/record-receipt';
import { askForReissue } from '../../lib/receipts/request-receipt';
import { selectDue } from '../../lib/receipts/select-due';
import { storeUpload } from '../../lib/uploads/store-upload';
import { rawPdf } from '../support/corpus';
import type { Applicant } from './fixtures';

export const newReceiptNumber = () => String(randomInt(1_000_000_000, 9_999_999_999));

/** 财务 of the demo data, for commands on the server's database. */
export async function financeActor(): Promise<AccountActor> {
  const { id, name, phone } = await db().account.findUniqueOrThrow({ where: { phone: '13900000002' } });
  return { kind: 'account', id, name, phone, roles: ['finance'], companyIds: [], sessionId: '', address: '127.0.0.1', freshFactor: false };
}

/** The receipt of what this company has paid, recorded with its PDF. */
export async function seedReceipt(companyId: string): Promise<{ receipt: string; file: string }> {
  const finance = await financeActor();
  const due = (await selectDue()).find((each) => each.companyId === companyId);
  if (!due) throw new Error('nothing is due');
  const owner = { companyId, filingId: due.filingId ?? undefined };
  const file = await storeUpload(finance, { ...owner, kind: 'receipt', name: '票据.pdf', type: 'application/pdf' }, rawPdf());
  const { receiptId } = await recordReceipt(finance, {
    ...{ code: '00010126', number: newReceiptNumber(), checkCode: '589d80', issuedOn: await today(), amountFen: due.amountFen },
    ...{ titleName: due.titleName, titleUscc: due.titleUscc, chargeIds: due.chargeIds, fileId: file.id, key: companyId },
  });
  return { receipt: receiptId, file: file.id };
}

/** A year that the member has filed and finance has confirmed: its receipt is to be issued. */
export async function seedPaidYear(applicant: Applicant, member: { companyId: string; actor: AccountActor }, year: number): Promise<void> {
  const { company: name, uscc, phone, person } = applicant;
  const values = {
    ...{ titleName: name, titleUscc: uscc, person, mobile: phone, email: 'hanmei@qq.com', payer: name, level: 'ordinaryMember' },
    ...{ paidOn: '2026-11-20', amount: '3000', serial: `SN${year}${phone}` },
  };
  await fileMemberDues(member.actor, { companyId: member.companyId, year, values });
  const filing = await db().filing.findFirstOrThrow({ where: { companyId: member.companyId, state: 'pending' } });
  await confirmFiling(await financeActor(), filing.id);
}

/** A receipt with an open 换开, one to be issued, and a workbook of receipts with a row that is wrong. */
export async function seedReceipts(
  applicant: Applicant,
  member: { companyId: string; actor: AccountActor },
): Promise<Record<string, string>> {
  const { receipt } = await seedReceipt(member.companyId);
  const title = { titleName: '山东泰岳建设集团有限公司', titleUscc: '91110000600001760P', email: 'new@qq.com' };
  await askForReissue(member.actor, { receiptId: receipt, ...title, reason: '单位已更名' });
  await seedPaidYear(applicant, member, 2025);
  const due = (await selectDue()).find(({ companyId }) => companyId === member.companyId);
  const row = {
    ...{ row: 2, code: '00010126', number: '0000000001', checkCode: '589d80', issuedOn: '2026-11-20', amountFen: 300_000 },
    ...{ titleName: applicant.company, titleUscc: applicant.uscc, companyName: applicant.company, years: [2025], chargeIds: [] },
    ...{ pdf: null, problems: ['没有找到这张票据的 PDF，文件名里要有票据号码'] },
  };
  const { id } = await db().receiptImport.create({
    data: {
      ...{ state: 'ready', uploaderId: (await financeActor()).id, workbookName: '已开票据.xlsx', workbookKey: 'a/b', percent: 100 },
      ...{ rows: [row, { ...row, row: 3, number: '0000000002', problems: [] }], strays: [{ name: '说明.txt', text: '没有用到' }] },
    },
  });
  return { receipt, due: due?.id ?? '', receiptImport: id };
}
