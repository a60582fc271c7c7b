import 'server-only';
import writeXlsxFile from 'write-excel-file/node';
import type { AccountActor } from '../access/actor';
import { recordAudit } from '../audit/record-audit';
import { inviteeStatusLabels } from '../copy/invitations';
import { formatMoment } from '../days';
import { DomainError } from '../errors';
import { transaction } from '../transaction';
import { listInvitees } from './queries';
import type { InviteeFilter } from './schema';

const MOST = 20_000;
const HEADINGS = ['序号', '单位名称', '联络员', '手机号', '状态', '邀请次数', '最近邀请', '电话联系结果'];

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
  const heading = HEADINGS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map(({ companies, name, phone, status, times, sentAt }, index) => {
    const cells = [String(index + 1), companies.join('、'), name, phone, inviteeStatusLabels[status].text, String(times)];
    return [...cells, sentAt ? formatMoment(sentAt) : '', ''].map((value) => ({ value, type: String }));
  });
  const columns = [6, 40, 12, 16, 12, 10, 24, 24].map((width) => ({ width }));
  return writeXlsxFile([heading, ...body], { columns, sheet: '联络员' }).toBuffer();
}
