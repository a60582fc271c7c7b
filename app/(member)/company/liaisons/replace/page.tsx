import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { CodeLine, EnterSends } from '@/components/liaisons/code-line';
import { PersonFields } from '@/components/liaisons/person-fields';
import { ButtonLink } from '@/components/ui/button-link';
import { HelpLink } from '@/components/ui/help-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { liaisonFieldLabels } from '@/lib/copy/applications';
import { listLiaisons } from '@/lib/liaisons/list-liaisons';
import { orNotFound } from '../../../../or-not-found';
import { loadCompany, memberPath } from '../../../load-company';
import { handOverAction } from '../actions';

export const metadata: Metadata = { title: '更换联络员' };

const labels = { ...liaisonFieldLabels, code: '新联络员手机的验证码', ownCode: '您手机的验证码' };

export default async function ReplacePage({ searchParams }: PageProps<'/company/liaisons/replace'>) {
  const open = await loadCompany(searchParams);
  const { companyName, mayChange } = await orNotFound(listLiaisons(open.actor, open.companyId));
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle hint={companyName} actions={<HelpLink chapter="liaisons">怎么更换？</HelpLink>}>
        更换联络员
      </PageTitle>
      {mayChange ? (
        <ActionForm action={handOverAction} hidden={{ companyId: open.companyId }} labels={labels} className="flex flex-col gap-5">
          <EnterSends />
          <Note tone="warn" title="更换后您不能再登录办理本单位的事务">
            第一联络员的位置和没办完的事转给新联络员；更换记录双方都会保留。
          </Note>
          <Panel title="新的第一联络员">
            <PersonFields />
          </Panel>
          <Panel title="两部手机的验证码">
            <div className="flex flex-col gap-5">
              <CodeLine name="code" flow="flow" label={labels.code} hint="发到上面填写的手机号，请本人告诉您" pressed="sendNewCode" />
              <CodeLine name="ownCode" flow="ownFlow" label={labels.ownCode} hint={`发到 ${open.actor.phone}`} pressed="sendOwnCode" />
            </div>
          </Panel>
          <div>
            <SubmitButton className="max-md:w-full" waiting="正在更换…">
              确认更换
            </SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <Note title="请由第一联络员办理">第一联络员已离职的，请联系协会，凭盖章的更换函办理。</Note>
      )}
      <p className="mt-5">
        <ButtonLink href={memberPath('/company/liaisons', open)} look="quiet">
          返回联络员
        </ButtonLink>
      </p>
    </div>
  );
}
