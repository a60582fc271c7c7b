import type { Metadata } from 'next';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { requirePending } from '@/lib/session';
import { ProveFactorForm } from './prove-factor-form';

export const metadata: Metadata = { title: '填写动态码' };

export default async function SecondFactorPage({ searchParams }: PageProps<'/second-factor'>) {
  const { next } = await searchParams;
  const wanted = typeof next === 'string' ? next : '';
  const { name } = await requirePending('prove', wanted);
  return (
    <div className="mx-auto max-w-md">
      <PageTitle hint={`${name}，密码已核对。请打开手机上的验证器，填写本系统现在的动态码。`}>填写动态码</PageTitle>
      <Panel>
        <ProveFactorForm next={wanted} />
      </Panel>
      <h2 className="mt-6 mb-1 font-semibold">手机不在身边？</h2>
      <p>在上面填一个 12 位的恢复码，就是设置验证器时保存下来的那十个，每个只能用一次。</p>
      <p className="mt-2">手机丢了，恢复码也找不到：请系统管理员在“人员”里重置您的验证器。</p>
    </div>
  );
}
