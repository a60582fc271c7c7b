import 'server-only';
import { writeWorkbook } from '../excel/write-workbook';
import { type RosterRow, rosterColumns } from './roster';

/** 拟入会名单 as a workbook. */
export function rosterWorkbook(rows: readonly RosterRow[]): Promise<Buffer> {
  const columns = [
    { heading: '序号', width: 6 },
    ...rosterColumns.map(({ heading, share }) => ({ heading, width: Math.round(share * 150) })),
  ];
  const body = rows.map((row, index) => [String(index + 1), ...rosterColumns.map(({ key }) => row[key])]);
  return writeWorkbook([{ name: '拟入会名单', columns, rows: body }]);
}
