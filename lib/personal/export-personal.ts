import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { deviceWords } from '../accounts/device-words';
import { recordAudit } from '../audit/record-audit';
import { addressText } from '../client-address';
import { isChangeField } from '../companies/change-fields';
import { applicationStateLabels, liaisonFieldLabels, liaisonOrderLabels } from '../copy/applications';
import { changeFieldLabels } from '../copy/companies';
import { isMessageTemplate, messageTexts } from '../copy/messages';
import { documentKindLabels } from '../copy/personal';
import { formatMoment } from '../days';
import { db } from '../db';
import { type SheetToWrite, writeWorkbook } from '../excel/write-workbook';
import { transaction } from '../transaction';

/**
 * Everything that is kept about oneself as a workbook (PIPL 45): account, consents, sessions, roles, applications, changes
 * made, messages received; nothing of anybody else. That it was taken is in the audit.
 */
export async function exportPersonal(actor: AccountActor): Promise<Buffer> {
  authorize(actor, 'personal.view', { accountId: actor.id });
  const [account, changes, messages] = await Promise.all([findAccount(actor.id), findChanges(actor.id), findMessages(actor.phone)]);
  await transaction((tx) => recordAudit(tx, actor, { action: 'account.export', record: 'account', recordId: actor.id }));
  return writeWorkbook([...ofAccount(account), changes, messages]);
}

function findAccount(id: string) {
  return db().account.findUniqueOrThrow({
    where: { id },
    include: {
      consents: { include: { documentVersion: true }, orderBy: { createdAt: 'asc' } },
      sessions: { orderBy: { createdAt: 'asc' } },
      liaisons: { include: { company: { select: { name: true } } }, orderBy: { from: 'asc' } },
      applications: { include: { currentSnapshot: { select: { companyName: true, uscc: true } } }, orderBy: { createdAt: 'asc' } },
    },
  });
}

function ofAccount({ name, phone, createdAt, consents, sessions, liaisons, applications }: Awaited<ReturnType<typeof findAccount>>) {
  return [
    sheet('账号', ['姓名', '手机号', '注册时间'], [[name, phone, formatMoment(createdAt)]]),
    sheet(
      '同意记录',
      ['文件', '版本', '同意时间', '网络地址'],
      consents.map(({ documentVersion: { kind, number }, createdAt: at, address }) => [
        ...[documentKindLabels[kind], `第 ${number} 版`, formatMoment(at), addressText(address)],
      ]),
    ),
    sheet(
      '登录记录',
      ['登录时间', '最近使用', '退出时间', '网络地址', '设备'],
      sessions.map(({ createdAt: at, seenAt, revokedAt, address, userAgent }) => [
        ...[formatMoment(at), formatMoment(seenAt), moment(revokedAt), addressText(address), deviceWords(userAgent)],
      ]),
    ),
    sheet(
      '联络员身份',
      [
        '单位名称',
        '联络类型',
        liaisonFieldLabels.name,
        liaisonFieldLabels.department,
        liaisonFieldLabels.title,
        '手机',
        '邮箱',
        '从',
        '至',
      ],
      liaisons.map(({ company, order, name: called, department, title, mobile, email, from, to }) => [
        ...[company.name, liaisonOrderLabels[order], called, department, title, mobile, email, formatMoment(from), moment(to)],
      ]),
    ),
    sheet(
      '入会申请',
      ['单位名称', '信用代码', '状态', '开始时间', '提交时间', '结束时间'],
      applications.map(({ currentSnapshot, state, createdAt: at, submittedAt, decidedAt }) => [
        ...[currentSnapshot?.companyName ?? '（未提交）', currentSnapshot?.uscc ?? '', applicationStateLabels[state].text],
        ...[formatMoment(at), moment(submittedAt), moment(decidedAt)],
      ]),
    ),
  ];
}

async function findChanges(actorId: string): Promise<SheetToWrite> {
  const rows = await db().companyChange.findMany({ where: { actorId }, include: { company: true }, orderBy: { madeAt: 'asc' } });
  return sheet(
    '我的修改',
    ['时间', '单位名称', '内容'],
    rows.map(({ madeAt, company, field }) => [formatMoment(madeAt), company.name, isChangeField(field) ? changeFieldLabels[field] : field]),
  );
}

async function findMessages(phone: string): Promise<SheetToWrite> {
  const rows = await db().message.findMany({ where: { phone }, orderBy: { createdAt: 'asc' } });
  return sheet(
    '收到的短信',
    ['时间', '内容'],
    rows.map(({ createdAt, template, parameters }) => [formatMoment(createdAt), wordsOf(template, parameters)]),
  );
}

// A code is gone once it was sent.
function wordsOf(template: string, parameters: unknown): string {
  const given =
    parameters && typeof parameters === 'object' ? Object.entries(parameters).map(([name, value]) => [name, String(value)]) : [];
  return isMessageTemplate(template) ? messageTexts[template]({ code: '******', ...Object.fromEntries(given) }) : '';
}

const moment = (at: Date | null) => (at ? formatMoment(at) : '');

function sheet(name: string, headings: readonly string[], rows: string[][]): SheetToWrite {
  return { name, columns: headings.map((heading) => ({ heading, width: heading === '内容' || heading === '单位名称' ? 44 : 20 })), rows };
}
