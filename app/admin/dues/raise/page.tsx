import type { Metadata } from 'next';
import { DoneNote } from '@/components/dues/done-note';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { FilterTabs } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { isAllowed } from '@/lib/access/authorize';
import { today } from '@/lib/clock';
import { leftOutLabels, levelLabels } from '@/lib/copy/dues';
import { yearOf } from '@/lib/days';
import { previewDues, type RaisePlan } from '@/lib/dues/raise-dues';
import { duesYear } from '@/lib/dues/schema';
import { listTopUps, type TopUpProposal } from '@/lib/dues/top-ups';
import type { Level } from '@/lib/generated/prisma/enums';
import { listQuery } from '@/lib/list-query';
import { formatAmount, formatFen } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { confirmTopUpAction, raiseDuesAction } from './actions';

export const metadata: Metadata = { title: '产生会费' };

const PATH = '/admin/dues/raise';
const SHOWN = 200;

type LevelSum = { level: Level; count: number; amountFen: number };
type LeftOutRow = RaisePlan['leftOut'][number];

const sumColumns: readonly Column<LevelSum>[] = [
  { key: 'level', heading: '级别', cell: ({ level }) => levelLabels[level] },
  { key: 'count', heading: '单位数', numeric: true, cell: ({ count }) => count },
  { key: 'each', heading: '标准(元)', numeric: true, cell: ({ count, amountFen }) => formatAmount(amountFen / count) },
  { key: 'amount', heading: '合计(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
];
const leftOutColumns: readonly Column<LeftOutRow>[] = [
  { key: 'name', heading: '单位名称', cell: ({ name, companyId }) => <Link href={`/admin/dues/companies/${companyId}`}>{name}</Link> },
  { key: 'why', heading: '原因', cell: ({ why }) => leftOutLabels[why] },
];

export default async function RaisePage({ searchParams }: PageProps<'/admin/dues/raise'>) {
  const actor = await requireAccount();
  const now = yearOf(await today());
  const query = listQuery(await searchParams, ['year']);
  const asked = duesYear.safeParse(query.year);
  const year = asked.success ? asked.data : now;
  const [plan, topUps] = await Promise.all([orNotFound(previewDues(actor, year)), orNotFound(listTopUps(actor, year))]);
  const mayRaise = isAllowed(actor, 'charge.raise', null);
  const total = plan.due.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle hint="每年 1 月 1 日自动产生；也可以在这里先看后产生，重复产生不会多出一笔。">产生会费</PageTitle>
      <div className="flex flex-col gap-5">
        <FilterTabs
          path={PATH}
          query={query}
          name="year"
          label="年度"
          tabs={[now + 1, now, now - 1, now - 2].map((each) => ({ value: each === now ? '' : String(each), label: `${each} 年度` }))}
        />
        <Panel title={`${year} 年度将产生`} hint={`${plan.due.length} 家，${formatFen(total)}`} flush>
          <Table columns={sumColumns} rows={sumsOf(plan)} rowKey={({ level }) => level} caption="将产生的会费" empty="没有要产生的会费。" />
          {mayRaise && (
            <div className="border-t border-line-2 px-4 py-4 md:px-6">
              <ActionForm action={raiseDuesAction} hidden={{ year: String(year) }} className="flex flex-wrap items-center gap-4">
                {plan.due.length > 0 && (
                  <SubmitButton waiting="正在产生…">
                    产生 {plan.due.length} 家 {year} 年度会费
                  </SubmitButton>
                )}
                <DoneNote />
              </ActionForm>
            </div>
          )}
        </Panel>
        <TopUps rows={topUps} year={year} mayRaise={mayRaise} />
        <Panel title="不产生的单位" hint={`${plan.leftOut.length} 家${plan.leftOut.length > SHOWN ? `，列出前 ${SHOWN} 家` : ''}`} flush>
          <Table
            columns={leftOutColumns}
            rows={plan.leftOut.slice(0, SHOWN)}
            rowKey={({ companyId }) => companyId}
            caption="不产生的单位"
            empty="没有。"
          />
        </Panel>
      </div>
    </>
  );
}

function sumsOf({ due }: RaisePlan): LevelSum[] {
  const sums = new Map<Level, LevelSum>();
  for (const { level, amountFen } of due) {
    const sum = sums.get(level) ?? { level, count: 0, amountFen: 0 };
    sums.set(level, { level, count: sum.count + 1, amountFen: sum.amountFen + amountFen });
  }
  return [...sums.values()].toSorted((one, other) => one.amountFen / one.count - other.amountFen / other.count);
}

function TopUps({ rows, year, mayRaise }: { rows: TopUpProposal[]; year: number; mayRaise: boolean }) {
  const columns: Column<TopUpProposal>[] = [
    { key: 'name', heading: '单位名称', cell: ({ name }) => name },
    { key: 'level', heading: '级别变化', cell: ({ from, to }) => `${levelLabels[from]} → ${levelLabels[to]}` },
    { key: 'amount', heading: '补差(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
    ...(mayRaise
      ? [
          {
            key: 'do',
            heading: '操作',
            cell: ({ companyId, name }: TopUpProposal) => (
              <ActionForm action={confirmTopUpAction} hidden={{ companyId, year: String(year) }}>
                <SubmitButton look="secondary" aria-label={`确认补差 ${name}`}>
                  确认补差
                </SubmitButton>
              </ActionForm>
            ),
          },
        ]
      : []),
  ];
  return (
    <Panel title="升级补差建议" hint="年度内升级的单位，确认后才产生" flush>
      <Table
        columns={columns}
        rows={rows}
        rowKey={({ companyId }) => companyId}
        caption="升级补差建议"
        empty="没有年度内升级、需要补差的单位。"
      />
    </Panel>
  );
}
