import type { Metadata } from 'next';
import { ChangeEvents, ChangeLines } from '@/components/companies/change-list';
import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { ExitConsequences } from '@/components/members/exit-consequences';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import type { ChangeView } from '@/lib/companies/change-views';
import { type ExitPage as Exit, getExitPage } from '@/lib/companies/exit-page';
import { changeStateLabels } from '@/lib/copy/companies';
import { formatMoment } from '@/lib/days';
import { ENDED } from '@/lib/members/states';
import { orNotFound } from '../../../or-not-found';
import { loadCompany, memberPath } from '../../load-company';
import { askExitAction, withdrawExitAction } from './actions';

export const metadata: Metadata = { title: '退会申请' };

export default async function ExitPage({ searchParams }: PageProps<'/company/exit'>) {
  const open = await loadCompany(searchParams);
  const { companyId } = open;
  const { saved } = await searchParams;
  const page = await orNotFound(getExitPage(open.actor, companyId));
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle hint={page.name}>退会申请</PageTitle>
      <div className="flex flex-col gap-5">
        {saved === 'exit' && page.exit?.state === 'pending' && <Note tone="ok" title="申请已提交，协会处理后会用短信通知第一联络员。" />}
        {page.exit && (
          <Asked exit={page.exit}>
            {page.mayAsk && (
              <ActionForm action={withdrawExitAction} hidden={{ companyId }}>
                <SubmitButton look="danger" waiting="正在撤回…">
                  撤回退会申请
                </SubmitButton>
              </ActionForm>
            )}
          </Asked>
        )}
        {page.exit?.state !== 'pending' && <Ask page={page} companyId={companyId} />}
        <p>
          <ButtonLink href={memberPath('/company', open)} look="quiet">
            返回企业信息
          </ButtonLink>
        </p>
      </div>
    </div>
  );
}

function Asked({ exit, children }: { exit: ChangeView; children: React.ReactNode }) {
  const { tone, text } = changeStateLabels[exit.state];
  return (
    <Panel title="已提交的申请" hint={<Tag tone={tone}>{text}</Tag>}>
      <ChangeLines kind={exit.kind} lines={exit.lines} />
      <p className="num text-sm text-ink-3">
        {exit.actorName} · {formatMoment(exit.madeAt)}
      </p>
      <ChangeEvents events={exit.events} forMember />
      {exit.state === 'pending' && (
        <>
          <p className="my-3">协会处理之前，会员资格和会员证不变，会费照常。</p>
          {children}
        </>
      )}
    </Panel>
  );
}

function Ask({ page: { state, mayAsk, consequence }, companyId }: { page: Exit; companyId: string }) {
  if (ENDED.includes(state)) return <Note title="会员资格已经结束">不需要再申请退会。想重新成为会员，请联系协会。</Note>;
  return (
    <>
      <Panel title="退会之前请先了解">
        <div className="flex flex-col gap-3">
          <p>按章程，退会自愿，应当书面告知协会；在这里提交即为书面告知。协会办理后会员证失效，不再列入会员名录。</p>
          <ExitConsequences consequence={consequence} />
        </div>
      </Panel>
      {mayAsk ? (
        <Panel title="申请退会">
          <ActionForm action={askExitAction} hidden={{ companyId }} labels={{ reason: '退会原因' }} className="flex flex-col gap-5">
            <ReasonField name="reason" label="退会原因" />
            <div>
              <SubmitButton look="danger" className="max-md:w-full" waiting="正在提交…">
                提交退会申请
              </SubmitButton>
            </div>
          </ActionForm>
        </Panel>
      ) : (
        <Note title="由第一联络员提交">退会关系到整个单位，请本单位的第一联络员登录后在这一页申请。</Note>
      )}
    </>
  );
}
