import type { Metadata } from 'next';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { today } from '@/lib/clock';
import { levelLabels } from '@/lib/copy/dues';
import { yearOf } from '@/lib/days';
import { listStandards, type StandardView } from '@/lib/dues/standard';
import { formatAmount } from '@/lib/money';

export const metadata: Metadata = { title: '会费标准' };

const columns: readonly Column<StandardView>[] = [
  { key: 'level', heading: '会员级别', cell: ({ level }) => <b className="font-semibold">{levelLabels[level]}</b> },
  { key: 'amount', heading: '会费标准(元/年)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'resolution', heading: '依据', cell: ({ resolution }) => resolution },
];

export default async function FeesPage() {
  const year = yearOf(await today());
  const [standards, coming] = await Promise.all([listStandards(year), listStandards(year + 1)]);
  const changes = coming.some(({ fromYear }) => fromYear > year);
  return (
    <>
      <PageTitle hint={`${year} 年度执行的标准，额度固定，不浮动。`}>会费标准</PageTitle>
      <div className="flex flex-col gap-5">
        <Panel flush>
          <Table
            columns={columns}
            rows={standards}
            rowKey={({ level }) => level}
            caption="会费标准"
            cards
            empty="本年度会费标准还没有公布，请联系协会。"
          />
        </Panel>
        {changes && (
          <Panel title={`${year + 1} 年度起执行`} flush>
            <Table columns={columns} rows={coming} rowKey={({ level }) => level} caption={`${year + 1} 年度会费标准`} cards empty="" />
          </Panel>
        )}
        <Note title="新会员按普通会员标准交纳">
          入会申请时交纳当年会费。会费使用全国性社会团体会费统一票据（电子），填写汇款信息后的 7 个工作日内推送到邮箱。
        </Note>
      </div>
    </>
  );
}
