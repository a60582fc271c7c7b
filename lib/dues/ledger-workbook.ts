import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { businessStatusLabels, chargeKindLabels, duesStatusLabels, levelLabels, methodLabels } from '../copy/dues';
import { db } from '../db';
import { DomainError } from '../errors';
import { writeWorkbook } from '../excel/write-workbook';
import type { Level } from '../generated/prisma/enums';
import { formatAmount } from '../money';
import { type LedgerSums, ledgerByYear, totalOf } from './ledger';
import { type ChargeFilter, whereOf } from './list-charges';
import { chargeFacts, viewDuesRow } from './views';

const MOST_ROWS = 50_000;

const sumColumns = ['应交', '已收', '已退', '免交', '取消', '未交'].map((heading) => ({ heading: `${heading}(元)`, width: 16 }));

/**
 * Exactly what a list of charges shows, all pages, and the sums by year of the whole ledger, as an xlsx.
 * @throws DomainError `invalid` with words for more rows than a workbook should hold
 */
export async function ledgerWorkbook(actor: Actor, filter: ChargeFilter & { companyId?: string }): Promise<Buffer> {
  authorize(actor, 'charge.list', null);
  const { companyId } = filter;
  const where = companyId ? { companyId } : await whereOf(filter);
  if ((await db().charge.count({ where })) > MOST_ROWS) {
    throw new DomainError('invalid', { text: `超过 ${MOST_ROWS} 行，请按年度或状态分次导出。` });
  }
  const charges = await db().charge.findMany({
    where,
    include: { ...chargeFacts, company: { select: { name: true, uscc: true } }, allocations: { include: { payment: true } } },
    orderBy: [{ year: 'desc' }, { id: 'asc' }],
  });
  const years = await ledgerByYear(actor, companyId);
  return writeWorkbook([
    {
      name: '会费',
      columns: [
        '年度',
        '单位名称',
        '信用代码',
        '类别',
        '级别',
        '应交(元)',
        '已收(元)',
        '已退(元)',
        '未交(元)',
        '状态',
        '业务状态',
        '交费方式',
        '是否开票',
      ].map((heading, index) => ({ heading, width: index === 1 ? 40 : index === 2 ? 22 : 14 })),
      rows: charges.map((charge) => lineOf(charge, viewDuesRow(charge))),
    },
    {
      name: '分年度合计',
      columns: [{ heading: '年度', width: 10 }, { heading: '笔数', width: 10 }, ...sumColumns],
      rows: [...years.map((row) => [String(row.year), ...sumLine(row)]), ['合计', ...sumLine(totalOf(years))]],
    },
  ]);
}

type Charge = { level: Level; company: { name: string; uscc: string } | null; allocations: { amountFen: number }[] };

function lineOf({ level, company, allocations }: Charge, row: ReturnType<typeof viewDuesRow>): string[] {
  const sum = (sign: 1 | -1) => allocations.reduce((total, { amountFen }) => total + Math.max(0, sign * amountFen), 0);
  return [
    String(row.year),
    company?.name ?? '（入会申请）',
    company?.uscc ?? '',
    chargeKindLabels[row.kind],
    levelLabels[level],
    ...[row.amountFen, sum(1), sum(-1), row.openFen].map(formatAmount),
    duesStatusLabels[row.status].text,
    businessStatusLabels[row.business],
    row.method ? methodLabels[row.method] : '',
    row.receipted ? '已开票' : '否',
  ];
}

function sumLine({ count, ...sums }: LedgerSums): string[] {
  const { raisedFen, receivedFen, refundedFen, waivedFen, cancelledFen, openFen } = sums;
  return [String(count), ...[raisedFen, receivedFen, refundedFen, waivedFen, cancelledFen, openFen].map(formatAmount)];
}
