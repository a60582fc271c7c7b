import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Button, DownloadLink } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Prose } from '@/components/ui/prose';
import { formatDay } from '@/lib/days';
import { findDueConsent } from '@/lib/documents/queries';
import { requireAccount } from '@/lib/session';
import { signOutAction } from '../../../(access)/login/actions';
import { agreePrivacyAction } from './actions';

export const metadata: Metadata = { title: '隐私政策' };

export default async function ConsentPage({ searchParams }: PageProps<'/account/consent'>) {
  const actor = await requireAccount();
  const { next } = await searchParams;
  const due = await findDueConsent(actor.id);
  if (!due) return <Agreed />;
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle hint={`第 ${due.number} 版 · ${formatDay(due.validFrom)} 起施行`}>请阅读并同意{due.title}</PageTitle>
      <div className="flex flex-col gap-5">
        <Note title={due.number > 1 ? '隐私政策有更新' : '继续办理之前，请先阅读隐私政策'}>
          {due.summary && <p>{due.summary}</p>}
          <p>
            同意后继续办理。暂不同意的，仍可以<Link href="/account/personal">查看个人信息</Link>、下载自己的数据，或退出登录。
          </p>
        </Note>
        <Panel>
          <Prose text={due.body} />
        </Panel>
        <div className="flex flex-wrap items-start gap-3">
          <ActionForm action={agreePrivacyAction} hidden={{ documentId: due.id, next: typeof next === 'string' ? next : '' }}>
            <SubmitButton waiting="正在保存…">我已阅读并同意</SubmitButton>
          </ActionForm>
          <DownloadLink href="/api/personal">下载我的数据</DownloadLink>
          <form action={signOutAction}>
            <Button type="submit" look="quiet">
              暂不同意，退出登录
            </Button>
          </form>
        </div>
      </div>
    </div>
  );
}

function Agreed() {
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle>隐私政策</PageTitle>
      <Note tone="ok" title="您已同意现行的隐私政策">
        <p className="mb-3">
          同意的时间和版本见<Link href="/account/personal">个人信息</Link>。
        </p>
        <ButtonLink href="/home">进入系统</ButtonLink>
      </Note>
    </div>
  );
}
