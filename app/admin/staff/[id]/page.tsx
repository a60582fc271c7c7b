import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { getStaff, type StaffView } from '@/lib/accounts/staff-queries';
import { accountStatusLabels } from '@/lib/copy/staff';
import { formatMoment } from '@/lib/days';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { disableStaffAction, enableStaffAction, resetFactorAction } from './actions';
import { RolesForm } from './roles-form';

export const metadata: Metadata = { title: '工作人员' };

export default async function StaffMemberPage({ params, searchParams }: PageProps<'/admin/staff/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const actor = await requireAccount();
  const staff = await orNotFound(getStaff(actor, id.data));
  const status = accountStatusLabels[staff.status];
  const { created } = await searchParams;
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/staff">人员</Link>
      </p>
      <PageTitle>{staff.name}</PageTitle>
      <div className="flex max-w-3xl flex-col gap-5">
        {created && !staff.hasPassword && (
          <Note tone="ok" title="已添加">
            请告诉{staff.name}：打开本系统的“首次登录”，用手机号 {staff.phone} 收验证码设置密码，再按提示设置手机验证器，就可以进入工作台。
          </Note>
        )}
        <Panel title="账号">
          <Facts
            rows={[
              { label: '手机号', value: staff.phone },
              { label: '账号', value: <Tag tone={status.tone}>{status.text}</Tag> },
              { label: '密码', value: staff.hasPassword ? '已设置' : '还没有设置，请本人用“首次登录”设置' },
              { label: '验证器', value: staff.enrolledAt ? `${formatMoment(staff.enrolledAt)} 设置` : '还没有设置，登录时会要求设置' },
              { label: '最近登录', value: staff.lastSignInAt ? formatMoment(staff.lastSignInAt) : '还没有' },
            ]}
          />
        </Panel>
        <Panel title="角色" hint="改动在对方下一次操作时生效">
          <RolesForm accountId={staff.id} roles={staff.roles} />
        </Panel>
        {staff.id !== actor.id && staff.enrolledAt && <FactorPanel staff={staff} />}
        {staff.id !== actor.id && <StatusPanel staff={staff} />}
      </div>
    </>
  );
}

function FactorPanel({ staff: { id, name } }: { staff: StaffView }) {
  return (
    <Panel title="重置验证器">
      <p className="mb-4">
        {name}的手机丢了、恢复码也没有时使用。请先确认确实是本人提出。重置后{name}立即退出所有设备，下次登录时重新设置。
      </p>
      <OneButton action={resetFactorAction} accountId={id}>
        <SubmitButton look="danger">重置验证器</SubmitButton>
      </OneButton>
    </Panel>
  );
}

function StatusPanel({ staff: { id, name, status } }: { staff: StaffView }) {
  if (status === 'disabled') {
    return (
      <Panel title="启用账号">
        <p className="mb-4">启用后{name}可以用原来的密码和验证器登录。</p>
        <OneButton action={enableStaffAction} accountId={id}>
          <SubmitButton look="secondary">启用账号</SubmitButton>
        </OneButton>
      </Panel>
    );
  }
  return (
    <Panel title="停用账号">
      <p className="mb-4">停用后{name}立即退出所有设备，不能再登录。做过的工作和记录都保留。</p>
      <OneButton action={disableStaffAction} accountId={id}>
        <SubmitButton look="danger">停用账号</SubmitButton>
      </OneButton>
    </Panel>
  );
}

function OneButton({ action, accountId, children }: { action: typeof resetFactorAction; accountId: string; children: ReactNode }) {
  return (
    <ActionForm action={action} hidden={{ accountId }}>
      {children}
    </ActionForm>
  );
}
