import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { businessText, chargeKindLabels, duesStatusLabels, levelLabels, methodLabels } from '../copy/dues';
import { db } from '../db';
import { DomainError } from '../errors';
import { type Cell, writeWorkbook } from '../excel/write-workbook';
import type { Prisma } from '../generated/prisma/client';
import { groupBy } from '../group-by';
import { type LedgerSums, sumsOf, totalOf } from './ledger';
import { type ChargeFilter, whereOf } from './list-charges';
import { chargeFacts, viewDuesRow } from './views';

const MOST_ROWS = 50_000;

const sumColumns = ['应交', '已收', '已退', '免交', '取消', '未交'].map((heading) => ({ heading: `${heading}(元)`, width: 16 }));
const chargeColumns = [
  ...[
    { heading: '年度', width: 14 },
    { heading: '单位名称', width: 40 },
    { heading: '信用代码', width: 22 },
  ],
  ...[{ heading: '类别', width: 14 }, { heading: '级别', width: 14 }, ...sumColumns],
  ...['状态', '业务状态', '交费方式', '是否开票'].map((heading) => ({ heading, width: 14 })),
];

/**
 * Exactly what a list of charges shows, all pages, and what those come to by year, as an xlsx. Each line adds up as the sums do.
 * @throws DomainError `invalid` with words for more rows than a workbook should hold
 */
export async function ledgerWorkbook(actor: Actor, filter: ChargeFilter & { companyId?: string }): Promise<Buffer> {
  authorize(actor, 'charge.list', null);
  const { companyId } = filter;
  const where = companyId ? { companyId } : await whereOf(filter);
  if ((await db().charge.count({ where })) > MOST_ROWS) {
    throw new DomainError('invalid', { text: `超过 ${MOST_ROWS} 行，请按年度或状态分次导出。` });
  }
  const charges = await selectCharges(where);
  return writeWorkbook([
    { name: '会费', columns: chargeColumns, rows: charges.map(lineOf) },
    {
      name: '分年度合计',
      columns: [{ heading: '年度', width: 10 }, { heading: '笔数', width: 10 }, ...sumColumns],
      rows: [
        ...byYear(charges).map(({ year, sums }): Cell[] => [String(year), sums.count, ...cellsOf(sums)]),
        ['合计', charges.length, ...cellsOf(totalOf(charges.map(sumsOf)))],
      ],
    },
  ]);
}

function selectCharges(where: Prisma.ChargeWhereInput) {
  return db().charge.findMany({
    where,
    include: { ...chargeFacts, company: { select: { name: true, uscc: true } } },
    orderBy: [{ year: 'desc' }, { id: 'asc' }],
  });
}

type Charge = Awaited<ReturnType<typeof selectCharges>>[number];

function lineOf(charge: Charge): Cell[] {
  const { company, level } = charge;
  const row = viewDuesRow(charge);
  return [
    ...[String(row.year), company?.name ?? '（入会申请）', company?.uscc ?? '', chargeKindLabels[row.kind], levelLabels[level]],
    ...cellsOf(sumsOf(charge)),
    duesStatusLabels[row.status].text,
    businessText(row),
    row.method ? methodLabels[row.method] : '',
    row.receipted ? '已开票' : row.receipt ? '已冲红' : '否',
  ];
}

function byYear(charges: readonly Charge[]): { year: number; sums: LedgerSums }[] {
  return [...groupBy(charges, ({ year }) => year)].map(([year, group]) => ({ year, sums: totalOf(group.map(sumsOf)) }));
}

function cellsOf({ raisedFen, receivedFen, refundedFen, waivedFen, cancelledFen, openFen }: LedgerSums): Cell[] {
  return [raisedFen, receivedFen, refundedFen, waivedFen, cancelledFen, openFen].map((fen) => ({ fen }));
}
