import 'server-only';
import writeXlsxFile from 'write-excel-file/node';
import { type RosterRow, rosterColumns } from './roster';

/** 拟入会名单 as a workbook; every cell is text, so that nothing in it is ever a formula. */
export async function rosterWorkbook(rows: readonly RosterRow[]): Promise<Buffer> {
  const heading = ['序号', ...rosterColumns.map((column) => column.heading)].map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row, index) =>
    [String(index + 1), ...rosterColumns.map(({ key }) => row[key])].map((value) => ({ value, type: String })),
  );
  const columns = [{ width: 6 }, ...rosterColumns.map(({ share }) => ({ width: Math.round(share * 150) }))];
  return writeXlsxFile([heading, ...body], { columns, sheet: '拟入会名单' }).toBuffer();
}
