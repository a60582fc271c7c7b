import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { levelLabels } from '../copy/dues';
import { memberStateLabels, standingText } from '../copy/members';
import { writeWorkbook } from '../excel/write-workbook';
import { transaction } from '../transaction';
import { type ColumnKey, memberColumns } from './columns';
import type { MemberList } from './list-filter';
import { findAllCompanyIds } from './list-members';
import { type MemberRow, readMemberRows } from './member-rows';

const AT_A_TIME = 2000;

/**
 * The whole list that an address describes, with its columns, as a workbook: every cell a text. Phones are whole, so who
 * took what when is in the audit. @throws DomainError `notFound`
 */
export async function exportMembers(actor: AccountActor, { filter, columns, query }: MemberList): Promise<Buffer> {
  authorize(actor, 'member.list', null);
  const ids = await findAllCompanyIds(filter);
  const rows: string[][] = [];
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    const part = await readMemberRows(ids.slice(start, start + AT_A_TIME));
    rows.push(...part.map((row) => [row.name, ...columns.map((key) => cellText(row, key))]));
  }
  await transaction((tx) =>
    recordAudit(tx, actor, {
      action: 'member.export',
      record: 'export',
      recordId: randomUUID(),
      data: { query, columns, count: rows.length },
    }),
  );
  const head = [{ heading: '单位名称', width: 36 }, ...columns.map((key) => ({ heading: memberColumns[key], width: widthOf(key) }))];
  return writeWorkbook([{ name: '会员', columns: head, rows }]);
}

/** A cell in words, for the page and for the workbook. */
function cellText(row: MemberRow, key: ColumnKey): string {
  if (key === 'level') return levelLabels[row.level];
  if (key === 'state') return memberStateLabels[row.state].text;
  if (key === 'dues') return standingText(row.standing);
  return row[key];
}

function widthOf(key: ColumnKey): number {
  if (key === 'address' || key === 'formerNames' || key === 'incomplete') return 48;
  return key === 'uscc' || key === 'email' || key === 'qualifications' ? 24 : 16;
}
