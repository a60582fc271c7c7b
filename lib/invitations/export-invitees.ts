import 'server-only';
import type { AccountActor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { inviteeStatusLabels } from '../copy/invitations';
import { formatMoment } from '../days';
import { DomainError } from '../errors';
import { writeWorkbook } from '../excel/write-workbook';
import { transaction } from '../transaction';
import { listInvitees } from './queries';
import type { InviteeFilter } from './schema';

const MOST = 20_000;
const COLUMNS = [
  { heading: '序号', width: 6 },
  { heading: '单位名称', width: 40 },
  { heading: '联络员', width: 12 },
  { heading: '手机号', width: 16 },
  { heading: '状态', width: 12 },
  { heading: '邀请次数', width: 10 },
  { heading: '最近邀请', width: 24 },
  { heading: '电话联系结果', width: 24 },
];

/**
 * The list to telephone by, as a workbook of exactly what is filtered; every cell is text. Audited, because it holds phones.
 * @throws DomainError `tooMany`
 */
export async function exportInvitees(actor: AccountActor, filter: InviteeFilter): Promise<Buffer> {
  const { rows, total } = await listInvitees(actor, filter, { take: MOST });
  if (total > MOST) throw new DomainError('tooMany', { text: `有 ${total} 人，一次最多导出 ${MOST} 人。请选择省份或级别后再导出。` });
  await transaction((tx) =>
    recordAudit(tx, actor, { action: 'invitation.export', record: 'invitation', recordId: 'all', data: { ...filter, count: total } }),
  );
  const body = rows.map(({ companies, name, phone, status, times, sentAt }, index) => {
    const last = sentAt ? formatMoment(sentAt) : '';
    return [String(index + 1), companies.join('、'), name, phone, inviteeStatusLabels[status].text, String(times), last];
  });
  return writeWorkbook([{ name: '联络员', columns: COLUMNS, rows: body }]);
}
