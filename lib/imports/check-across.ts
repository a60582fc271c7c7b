import { companyName } from '../fields';
import { groupBy } from '../group-by';
import type { Checked } from './check-company';
import type { ImportRow } from './read-rows';

/** What the system holds already of the codes, names, numbers, phones and receipts of a workbook. */
export type Existing = {
  numberOfUscc: ReadonlyMap<string, string>;
  holderOfName: ReadonlyMap<string, Holder>;
  holderOfOldName: ReadonlyMap<string, Holder>;
  holderOfNumber: ReadonlyMap<string, string>;
  staffPhones: ReadonlySet<string>;
  liaisonsOfPhone: ReadonlyMap<string, readonly { name: string; company: string }[]>;
  receipts: ReadonlySet<string>;
};

/** The company that has a name now, or had it once. */
export type Holder = { uscc: string; name: string; number: string | null };

type Known = Checked & { row: ImportRow; data: NonNullable<Checked['data']> };

/** The same company, number, phone or receipt twice: within the workbook, and in the system. */
export function checkAcross(companies: readonly Checked[], existing: Existing): void {
  const known = companies.filter((company): company is Known => company.data !== null && company.row !== null);
  const fresh = known.filter(({ data }) => !existing.numberOfUscc.has(data.uscc));
  checkNames(fresh);
  checkNamesHeld(fresh, existing);
  checkNumbers(fresh, existing);
  checkPhones(fresh, existing);
  checkReceipts(fresh, existing);
}

function checkNames(companies: readonly Known[]): void {
  const named = groupBy(companies, ({ data }) => data.name);
  for (const company of companies) {
    const { mark, row, data } = company;
    const twin = named.get(data.name)?.find((other) => other !== company);
    if (data.name && twin)
      mark.error(row, 'name', `与${placeOf(twin)}名称相同，那一行的信用代码是 ${twin.data.uscc}，请核对是不是同一家企业`);
    for (const old of data.names) {
      const successor = named.get(old.name)?.find((candidate) => candidate !== company);
      if (!successor) continue;
      const advice = '可能是同一家企业的新旧名称，请只保留一行';
      mark.error(row, 'name', `曾用名“${old.name}”就是第 ${successor.row.row} 行的企业，${advice}`);
      successor.mark.error(successor.row, 'name', `是第 ${row.row} 行企业的曾用名，${advice}`);
    }
  }
}

// The credit code of the same company may have changed with its name, so that only its names tell that it is here.
function checkNamesHeld(companies: readonly Known[], { holderOfName, holderOfOldName }: Existing): void {
  for (const { mark, row, rows, data } of companies) {
    const [same, successor] = [holderOfName.get(data.name), holderOfOldName.get(data.name)];
    const leaveOut = '如果是同一家企业，请不要再导入，有变化的在会员页更正；如果不是，请改正名称';
    if (same) mark.error(row, 'name', `系统里已有同名单位 ${wordsOf(same)}，${leaveOut}`);
    else if (successor) mark.error(row, 'name', `这是系统里 ${wordsOf(successor)} 的曾用名，${leaveOut}`);
    for (const old of rows.filter(({ sheet }) => sheet === 'names')) {
      const name = companyName.safeParse(old.cells.name).data ?? '';
      const [now, once] = [holderOfName.get(name), holderOfOldName.get(name)];
      const merge = '如果是同一家企业，请不要再导入，或去掉这个曾用名、导入后用“合并”；如果不是，请改正曾用名';
      if (now) mark.error(old, 'name', `这是系统里 ${wordsOf(now)} 现在的名称，${merge}`);
      else if (once) mark.warn(old, 'name', 'names', `也是系统里 ${wordsOf(once)} 的曾用名，请核对是不是同一家企业`);
    }
  }
}

function checkNumbers(companies: readonly Known[], { holderOfNumber }: Existing): void {
  const numbered = groupBy(companies, ({ data }) => data.number);
  for (const company of companies) {
    const { mark, row, data } = company;
    if (data.number === null) continue;
    const twin = numbered.get(data.number)?.find((other) => other !== company);
    if (twin) mark.error(row, 'number', `与${placeOf(twin)}的会员编号相同`);
    const holder = holderOfNumber.get(data.number);
    if (holder) mark.error(row, 'number', `会员编号已被系统里的 ${holder} 使用`);
  }
}

// One person may be liaison of several companies of a group; one phone under two names is a mistake that would let
// somebody into another company.
function checkPhones(companies: readonly Known[], { staffPhones, liaisonsOfPhone }: Existing): void {
  const all = companies.flatMap((company) =>
    company.rows.flatMap((row) => {
      if (row.sheet !== 'liaisons') return [];
      const liaison = company.data.liaisons[company.rows.filter(({ sheet }) => sheet === 'liaisons').indexOf(row)];
      return liaison?.mobile ? [{ company, row, name: liaison.name, mobile: liaison.mobile }] : [];
    }),
  );
  const byPhone = groupBy(all, ({ mobile }) => mobile);
  for (const { company, row, name, mobile } of all) {
    const { mark } = company;
    if (staffPhones.has(mobile)) mark.error(row, 'mobile', '这是协会工作人员的手机号');
    const inFile = byPhone.get(mobile)?.filter((other) => other.company !== company) ?? [];
    const stranger = inFile.find((other) => other.name !== name);
    const member = liaisonsOfPhone.get(mobile)?.[0];
    if (stranger)
      mark.error(row, 'mobile', `与第 ${stranger.row.row} 行（${stranger.company.data.name} ${stranger.name}）的手机号相同，姓名不同`);
    else if (member && member.name !== name) mark.error(row, 'mobile', `这个手机号是系统里 ${member.company} 的联络员 ${member.name}`);
    else if (inFile[0]) mark.warn(row, 'mobile', 'sharedPhone', `同时是 ${inFile[0].company.data.name} 的联络员，登录后可选择单位，请核对`);
    else if (member) mark.warn(row, 'mobile', 'sharedPhone', `同时是系统里 ${member.company} 的联络员，登录后可选择单位，请核对`);
  }
}

function checkReceipts(companies: readonly Known[], { receipts }: Existing): void {
  const first = new Map<string, { company: Known; row: ImportRow }>();
  for (const company of companies) {
    const { mark, rows } = company;
    for (const row of rows) {
      const { receiptCode, receiptNumber } = row.cells;
      if (row.sheet !== 'dues' || !receiptCode || !receiptNumber) continue;
      const key = receiptKey({ code: receiptCode, number: receiptNumber });
      const before = first.get(key);
      if (before) mark.error(row, 'receiptNumber', `与 ${before.company.data.name} 第 ${before.row.row} 行是同一张票据`);
      else if (receipts.has(key)) mark.error(row, 'receiptNumber', '系统里已有这张票据');
      first.set(key, { company, row });
    }
  }
}

/** The returned workbook has other row numbers: the name says whom it is about. */
function placeOf({ data, row }: Known): string {
  return ` ${data.name}（第 ${row.row} 行）`;
}

function wordsOf({ name, number, uscc }: Holder): string {
  return `${name}（${number ? `会员编号 ${number}，` : ''}信用代码 ${uscc}）`;
}

export function receiptKey({ code, number }: { code: string; number: string }): string {
  return `${code}-${number}`;
}
