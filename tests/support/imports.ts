import type { AccountActor } from '../../lib/access/actor';
import { db } from '../../lib/db';
import { commitImport } from '../../lib/imports/commit-import';
import { previewImport } from '../../lib/imports/preview-import';
import { saveTotals } from '../../lib/imports/save-totals';
import { importSheets, type SheetKey } from '../../lib/imports/sheets';
import { problemsSchema } from '../../lib/imports/staged';
import { startCommit } from '../../lib/imports/start-commit';
import { uploadImport } from '../../lib/imports/upload-import';
import { sampleUscc } from '../../prisma/seed/companies';
import { type RawCell, rawWorkbook } from './workbooks';

export type Row = Record<string, RawCell>;
export type OldSystem = Record<SheetKey, Row[]> & { merged?: Partial<Record<SheetKey, string[]>> };

/** The n-th company of an old system, complete, with dues of some years. */
export function oldCompany(n: number, years: readonly number[] = [2024, 2025]): OldSystem {
  const uscc = sampleUscc(n);
  const level = n % 10 === 0 ? '理事单位' : '普通会员';
  const amount = n % 10 === 0 ? '10000' : '3000';
  const companies = [
    {
      uscc,
      name: `江苏前进第${n}建设有限公司`,
      number: `2015${String(n).padStart(4, '0')}`,
      level,
      joinedOn: '2015-06-01',
      state: '正常',
      industry: '房屋建筑',
      field: '施工总承包',
      province: '江苏省',
      city: '南京市',
      address: '江苏省南京市建邺区江东中路 1 号',
      postcode: '210000',
      legalRepresentative: '李卫东',
      companyType: '民营企业',
      affiliation: '民营',
      profile: '成立于 1998 年，承建项目 126 项。',
      qualifications: '无',
    },
  ];
  const liaison = {
    uscc,
    order: '第一联络员',
    name: '张建国',
    department: '办公室',
    title: '主任',
    mobile: `139${String(n).padStart(8, '0')}`,
    email: `a${n}@qq.com`,
  };
  const dues = years.map((year) => ({
    uscc,
    year: String(year),
    amount,
    paid: amount,
    paidOn: `${year}-03-05`,
    receiptCode: '00010125',
    receiptNumber: `${String(year).slice(2)}${String(n).padStart(8, '0')}`,
    checkCode: '589d80',
    issuedOn: `${year}-03-10`,
  }));
  return { companies, liaisons: [liaison], levels: [], seats: [], names: [], dues };
}

export function oldSystem(...companies: OldSystem[]): OldSystem {
  const all = (key: SheetKey) => companies.flatMap((company) => company[key]);
  return {
    companies: all('companies'),
    liaisons: all('liaisons'),
    levels: all('levels'),
    seats: all('seats'),
    names: all('names'),
    dues: all('dues'),
  };
}

/** Changes a cell of the first row of a sheet. */
export function withCell(system: OldSystem, sheet: SheetKey, change: Row): OldSystem {
  const [first = {}, ...rest] = system[sheet];
  return { ...system, [sheet]: [{ ...first, ...change }, ...rest] };
}

export function workbookOf(system: OldSystem): Promise<Buffer> {
  return rawWorkbook(
    importSheets.map(({ key, name, columns }) => ({
      name,
      merged: system.merged?.[key],
      rows: [columns.map(({ heading }) => heading), ...system[key].map((row) => columns.map((column) => row[column.key] ?? null))],
    })),
  );
}

/** Uploads a workbook and reads it as the job does. */
export async function previewed(actor: AccountActor, system: OldSystem | Buffer, scans: Buffer | null = null): Promise<string> {
  const body = Buffer.isBuffer(system) ? system : await workbookOf(system);
  const { id } = await uploadImport(actor, {
    workbook: { name: '旧系统.xlsx', body },
    scans: scans && { name: '扫描件.zip', body: scans },
  });
  await previewImport({ importId: id, run: 1 });
  return id;
}

/** Types no totals, says why, and commits as the job does. */
export async function committed(actor: AccountActor, importId: string): Promise<void> {
  await saveTotals(actor, { importId, typed: {} });
  await startCommit(actor, { importId, reason: '测试' });
  const { run } = await db().import.findUniqueOrThrow({ where: { id: importId } });
  await commitImport({ importId, run });
}

/** What the preview says of each company, as `sheet row column: words`. */
export async function stagedOf(importId: string) {
  const rows = await db().importCompany.findMany({ where: { importId }, orderBy: { position: 'asc' } });
  return rows.map(({ uscc, outcome, problems }) => ({
    uscc,
    outcome,
    problems: problemsSchema
      .parse(problems)
      .map(({ sheet, row, column, severity, text }) => `${severity} ${sheet} ${row} ${column}: ${text}`),
  }));
}
