import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { Facts } from '@/components/ui/facts';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { formatMoment } from '@/lib/days';
import { getOwnFactor } from '@/lib/factors/queries';
import { localPath } from '@/lib/local-path';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';
import { changePhoneAction, renewCodesAction } from './actions';

export const metadata: Metadata = { title: '登录安全' };

const FEW = 3;

export default async function SecurityPage({ searchParams }: PageProps<'/admin/security'>) {
  const { used, next } = await searchParams;
  const { enrolledAt, codesLeft } = await orNotFound(getOwnFactor(await requireAccount()));
  const onward = typeof next === 'string' ? localPath(next) : null;
  return (
    <>
      <PageTitle hint="登录时用的验证器和恢复码，只有您自己能看到和更换。">登录安全</PageTitle>
      <div className="flex max-w-3xl flex-col gap-5">
        {used === 'recoveryCode' && (
          <Note tone="ok" title={`已用一个恢复码登录，还剩 ${codesLeft} 个`}>
            <p className="mb-3">用掉的恢复码不能再用。手机丢失或换了手机的，请在下面“更换手机”。</p>
            {onward && <ButtonLink href={onward}>继续</ButtonLink>}
          </Note>
        )}
        <Panel title="现在的设置">
          <Facts
            rows={[
              { label: '验证器', value: `${formatMoment(enrolledAt)} 设置` },
              { label: '恢复码', value: `还剩 ${codesLeft} 个` },
            ]}
          />
          {codesLeft <= FEW && <p className="mt-3 text-warn">恢复码不多了，请重新生成一组。</p>}
        </Panel>
        <Panel title="重新生成恢复码">
          <p className="mb-4">生成新的十个，原来的立即作废。请接着把新的保存好。</p>
          <ActionForm action={renewCodesAction}>
            <SubmitButton look="secondary">重新生成</SubmitButton>
          </ActionForm>
        </Panel>
        <Panel title="更换手机">
          <p className="mb-4">解除现在的验证器和恢复码，退出所有设备。重新登录时，在新手机上设置。</p>
          <ActionForm action={changePhoneAction}>
            <SubmitButton look="danger">解除并退出登录</SubmitButton>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}
