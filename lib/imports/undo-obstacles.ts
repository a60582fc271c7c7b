import 'server-only';
import * as z from 'zod';
import type { Tx } from '../db';
import type { Import } from '../generated/prisma/client';

const audited = z.tuple([z.object({ count: z.coerce.number() })]);

/** What has been built on an import since, in words; nothing when it can be undone. */
export async function whatStandsInTheWay(tx: Tx, { id: importId, committedAt }: Pick<Import, 'id' | 'committedAt'>): Promise<string[]> {
  const since = committedAt ?? new Date(0);
  const company = { importId };
  const member = { company };
  const counts: [number, string][] = [
    [
      await tx.account.count({ where: { importId, OR: [{ passwordHash: { not: null } }, { sessions: { some: {} } }] } }),
      '位联络员已经登录过',
    ],
    [await tx.invitation.count({ where: { account: { importId } } }), '位联络员已经收到邀请短信'],
    [await tx.filing.count({ where: { company } }), '笔汇款信息已经填写'],
    [await tx.charge.count({ where: { company, createdAt: { gt: since } } }), '笔会费是导入之后的'],
    [await tx.allocation.count({ where: { charge: { company }, createdAt: { gt: since } } }), '笔到账是导入之后的'],
    [await tx.receiptCharge.count({ where: { charge: { company }, receipt: { createdAt: { gt: since } } } }), '张票据是导入之后的'],
    [await tx.reminder.count({ where: { company } }), '次催交已经发出'],
    [await tx.receiptEvent.count({ where: { receipt: { charges: { some: { charge: { company } } } } } }), '次票据冲红或登记是导入之后的'],
    [await tx.receiptRequest.count({ where: { receipt: { charges: { some: { charge: { company } } } } } }), '项票据请求是会员提出的'],
    [await tx.company.count({ where: { importId, version: { gt: 1 } } }), '家单位的信息已经改过'],
    [await tx.liaison.count({ where: { company, OR: [{ to: { not: null } }, { createdAt: { gt: since } }] } }), '位联络员已经更换'],
    [await tx.memberLevel.count({ where: { member, createdAt: { gt: since } } }), '家会员的级别已经变更'],
    [await tx.councilSeat.count({ where: { member, createdAt: { gt: since } } }), '个理事席位是导入之后的'],
    [
      await tx.certificate.count({ where: { member, OR: [{ issuedAt: { gt: since } }, { revokedAt: { not: null } }] } }),
      '张会员证已经换发',
    ],
    [await tx.file.count({ where: { company, createdAt: { gt: since } } }), '份材料是导入之后的'],
    [await auditedSince(tx, importId, since), '项操作已经记在这些会员上'],
  ];
  return counts.filter(([count]) => count > 0).map(([count, words]) => `有 ${count} ${words}`);
}

async function auditedSince(tx: Tx, importId: string, since: Date): Promise<number> {
  const rows = await tx.$queryRaw`
    SELECT count(*) AS count FROM "AuditEvent" e WHERE e."createdAt" > ${since} AND e."recordId" IN (
      SELECT c."id"::text FROM "Company" c WHERE c."importId" = ${importId}::uuid
      UNION ALL SELECT m."id"::text FROM "Member" m JOIN "Company" c ON c."id" = m."companyId" WHERE c."importId" = ${importId}::uuid
      UNION ALL SELECT a."id"::text FROM "Account" a WHERE a."importId" = ${importId}::uuid)`;
  const [{ count }] = audited.parse(rows);
  return count;
}
