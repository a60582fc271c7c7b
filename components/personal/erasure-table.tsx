import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { erasureStateLabels } from '@/lib/copy/personal';
import { formatMoment } from '@/lib/days';
import type { ErasureRow } from '@/lib/personal/erasure-queue';

const columns: readonly Column<ErasureRow>[] = [
  {
    key: 'name',
    heading: '姓名',
    cell: ({ id, name }) => (
      <Link href={`/admin/changes/erasures/${id}`} className="inline-flex min-h-11 items-center font-semibold">
        {name}
      </Link>
    ),
  },
  { key: 'phone', heading: '手机号', cell: ({ phone }) => <span className="num">{phone || '—'}</span> },
  { key: 'reason', heading: '原因', cell: ({ reason }) => <span className="whitespace-normal">{reason || '—'}</span> },
  { key: 'createdAt', heading: '提交时间', cell: ({ createdAt }) => <span className="num">{formatMoment(createdAt)}</span> },
  {
    key: 'state',
    heading: '状态',
    cell: ({ state }) => <Tag tone={erasureStateLabels[state].tone}>{erasureStateLabels[state].text}</Tag>,
  },
];

/** People who ask that their account be erased: what waits first. */
export function ErasureTable({ rows }: { rows: readonly ErasureRow[] }) {
  const empty = '没有注销申请。有人在“个人信息”里申请注销账号后，会出现在这里。';
  return <Table cards columns={columns} rows={rows} rowKey={({ id }) => id} caption="注销申请" empty={empty} />;
}
