import 'server-only';
import type { AccountActor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { levelLabels } from '../copy/dues';
import { memberStateLabels } from '../copy/members';
import { formatMoment } from '../days';
import { writeWorkbook } from '../excel/write-workbook';
import { transaction } from '../transaction';
import { listLapsed } from './lapsed';

const COLUMNS = [
  { heading: '序号', width: 6 },
  { heading: '会员编号', width: 14 },
  { heading: '单位名称', width: 40 },
  { heading: '级别', width: 14 },
  { heading: '状态', width: 10 },
  { heading: '未交年度', width: 24 },
  { heading: '未交(元)', width: 14 },
  { heading: '联络员', width: 12 },
  { heading: '手机号', width: 16 },
  { heading: '催交次数', width: 10 },
  { heading: '最近催交', width: 24 },
  { heading: '处理意见', width: 24 },
];

/** The proposal list as it stands, for a meeting: xlsx. Audited, because it holds phones. */
export async function exportLapsed(actor: AccountActor, filter: { search?: string }): Promise<Buffer> {
  const members = await listLapsed(actor, filter);
  await transaction((tx) =>
    recordAudit(tx, actor, { action: 'member.exportLapsed', record: 'member', recordId: 'all', data: { count: members.length } }),
  );
  const rows = members.map(({ number, name, level, state, years, openFen, liaison, reminders }, index) => [
    ...[String(index + 1), number, name, level ? levelLabels[level] : '', memberStateLabels[state].text],
    ...[years.join('、'), { fen: openFen }, liaison?.name ?? '', liaison?.mobile ?? ''],
    ...[String(reminders.count), reminders.lastAt ? formatMoment(reminders.lastAt) : ''],
  ]);
  return writeWorkbook([{ name: '两年未交会费', columns: COLUMNS, rows }]);
}
