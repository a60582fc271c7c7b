import { db } from '../../lib/db';
import { saveTotals } from '../../lib/imports/save-totals';
import { startCommit } from '../../lib/imports/start-commit';
import { uploadImport } from '../../lib/imports/upload-import';
import { withDatabase } from '../support/database';
import { oldCompany, oldSystem, savedByExcel } from '../support/imports';
import { staffWith } from '../support/people';
import { runInNewProcess } from '../support/run-in-new-process';

withDatabase();
jest.setTimeout(600_000);

const YEARS = [2021, 2022, 2023, 2024, 2025];
/** 10,000 in the long tier; every run shows that the way is the same for fewer. */
const COMPANIES = process.env.LONG ? 10_000 : 300;

it(`${COMPANIES} companies with five years of dues come in within a minute and 500 MB`, async () => {
  const staff = await staffWith('admin');
  const body = await savedByExcel(oldSystem(...Array.from({ length: COMPANIES }, (_, n) => oldCompany(n, YEARS))));
  const { id } = await uploadImport(staff, { workbook: { name: '旧系统.xlsx', body }, scans: null });
  // What it needs, not what a collector without need lets lie about: each heap may hold so much and no more.
  process.env.NODE_OPTIONS = '--max-old-space-size=240';
  const reading = await runInNewProcess('run-import.ts', id);
  await saveTotals(staff, { importId: id, typed: {} });
  await startCommit(staff, { importId: id, reason: '测试' });
  const writing = await runInNewProcess('run-import.ts', id);
  console.info({ companies: COMPANIES, workbookBytes: body.length, reading, writing });
  expect(await db().charge.count()).toBe(COMPANIES * YEARS.length);
  expect(await db().receipt.count()).toBe(COMPANIES * YEARS.length);
  expect(Number(reading.seconds) + Number(writing.seconds)).toBeLessThan(60);
  expect(Math.max(Number(reading.megabytes), Number(writing.megabytes))).toBeLessThan(500);
});
