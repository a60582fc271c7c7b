import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { listStaff, type StaffView } from '@/lib/accounts/staff-queries';
import { accountStatusLabels, staffRoleLabels } from '@/lib/copy/staff';
import { formatMoment } from '@/lib/days';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';
import { CreateStaffForm } from './create-staff-form';

export const metadata: Metadata = { title: '人员' };

const columns: Column<StaffView>[] = [
  {
    key: 'name',
    heading: '姓名',
    cell: ({ id, name }) => (
      <Link href={`/admin/staff/${id}`} className="inline-flex min-h-11 items-center">
        {name}
      </Link>
    ),
  },
  { key: 'phone', heading: '手机号', cell: ({ phone }) => <span className="num">{phone}</span> },
  { key: 'roles', heading: '角色', cell: ({ roles }) => roles.map((role) => staffRoleLabels[role]).join('、') },
  {
    key: 'factor',
    heading: '验证器',
    cell: ({ enrolledAt }) => (enrolledAt ? <Tag tone="ok">已设置</Tag> : <Tag tone="warn">未设置</Tag>),
  },
  { key: 'lastSignIn', heading: '最近登录', cell: ({ lastSignInAt }) => (lastSignInAt ? formatMoment(lastSignInAt) : '还没有') },
  {
    key: 'status',
    heading: '账号',
    cell: ({ status }) => <Tag tone={accountStatusLabels[status].tone}>{accountStatusLabels[status].text}</Tag>,
  },
];

export default async function StaffPage() {
  const staff = await orNotFound(listStaff(await requireAccount()));
  return (
    <>
      <PageTitle hint="能登录工作台的人和他们的角色。每次改动都记入审计。">人员</PageTitle>
      <div className="flex flex-col gap-5">
        <Panel flush>
          <Table columns={columns} rows={staff} rowKey={({ id }) => id} caption="工作人员" empty="还没有工作人员。" cards />
        </Panel>
        <Panel title="添加工作人员" hint="密码由本人用手机号自己设置">
          <CreateStaffForm />
        </Panel>
      </div>
    </>
  );
}
