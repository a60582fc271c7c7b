import type { AccountActor } from '../../lib/access/actor';
import { today } from '../../lib/clock';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { writeWorkbook } from '../../lib/excel/write-workbook';
import { importFields } from '../../lib/receipts/import-columns';
import { recordReceipt } from '../../lib/receipts/record-receipt';
import { referenceOf, selectDue } from '../../lib/receipts/select-due';
import { storeUpload } from '../../lib/uploads/store-upload';
import { rawPdf } from './corpus';
import { aPlainMember, files, owes, type PlainMember } from './debtors';

let numbers = 0;

/** A number that no receipt of this test file has had yet. */
export function newNumber(): { code: string; number: string; checkCode: string } {
  return { code: '00010126', number: String(++numbers).padStart(10, '0'), checkCode: '589d80' };
}

/** A member whose filing of these years is confirmed, and whose receipt is to be issued. */
export async function aPaidMember(finance: AccountActor, years = [2026], email = 'zhang@qq.com') {
  const member = await aPlainMember();
  const chargeIds = [];
  for (const year of years) chargeIds.push(await owes(member, year));
  const last = years.at(-1) ?? 0;
  const otherYears = years.slice(0, -1).map(String);
  const filing = await files(member, last, { amount: String(3000 * years.length), otherYears, email });
  await confirmFiling(finance, filing.id);
  return { ...member, chargeIds, filingId: filing.id };
}

export async function dueOf({ companyId }: Pick<PlainMember, 'companyId'>) {
  return (await selectDue()).filter((due) => due.companyId === companyId);
}

/** The PDF of a receipt, uploaded beside its filing as the page does it. */
export async function uploadsPdf(finance: AccountActor, member: Pick<PlainMember, 'companyId'>, body = rawPdf()): Promise<string> {
  const [due] = await dueOf(member);
  const owner = { companyId: member.companyId, filingId: due?.filingId ?? undefined };
  return (await storeUpload(finance, { ...owner, kind: 'receipt', name: '票据.pdf', type: 'application/pdf' }, body)).id;
}

/** What the page of 登记票据 sends. */
export async function receiptForm(member: Pick<PlainMember, 'name' | 'uscc'> & { chargeIds: string[] }) {
  return {
    ...newNumber(),
    issuedOn: await today(),
    amountFen: 300_000 * member.chargeIds.length,
    ...{ titleName: member.name, titleUscc: member.uscc, chargeIds: member.chargeIds, key: `k${++numbers}` },
  };
}

/** A recorded receipt of a paid member, with its PDF. */
export async function aReceipt(finance: AccountActor, years = [2026]) {
  const member = await aPaidMember(finance, years);
  const fileId = await uploadsPdf(finance, member);
  const { receiptId } = await recordReceipt(finance, { ...(await receiptForm(member)), fileId });
  return { member, receiptId, receipt: await db().receipt.findUniqueOrThrow({ where: { id: receiptId } }) };
}

/** The workbook of issued receipts as the template has it, and the zip of their PDFs named by number. */
export async function issuedWorkbook(rows: readonly Record<string, string>[]): Promise<Buffer> {
  const columns = importFields.map(({ heading, width }) => ({ heading, width }));
  return writeWorkbook([{ name: '已开票据', columns, rows: rows.map((row) => importFields.map(({ field }) => row[field] ?? '')) }]);
}

/** A line of it for a paid member, as it should be. */
export async function issuedLine(member: PlainMember & { chargeIds: string[] }, change: Record<string, string> = {}) {
  const { code, number, checkCode, issuedOn, amountFen } = await receiptForm(member);
  const own = { code, number, checkCode, issuedOn, amount: String(amountFen / 100), titleName: member.name };
  return { ...own, reference: referenceOf(member.chargeIds[0] ?? ''), ...change };
}
