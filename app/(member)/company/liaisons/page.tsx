import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { CodeLine, EnterSends } from '@/components/liaisons/code-line';
import { FormerLiaisons, OpenLiaisons } from '@/components/liaisons/liaisons-tables';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type LiaisonView, listLiaisons } from '@/lib/liaisons/list-liaisons';
import { orNotFound } from '../../../or-not-found';
import { loadCompany, memberPath } from '../../load-company';
import { proveLiaisonAction, removeLiaisonAction } from './actions';

export const metadata: Metadata = { title: '联络员' };

export default async function LiaisonsPage({ searchParams }: PageProps<'/company/liaisons'>) {
  const open = await loadCompany(searchParams);
  const { saved } = await searchParams;
  const liaisons = await orNotFound(listLiaisons(open.actor, open.companyId));
  const unproven = liaisons.open.find(({ isUnproven }) => isUnproven);
  const second = liaisons.open.find(({ order }) => order === 'second');
  return (
    <>
      <PageTitle
        hint={liaisons.companyName}
        actions={
          <ButtonLink href={memberPath('/company/edit', open)} look="secondary">
            修改部门、职务、邮箱
          </ButtonLink>
        }
      >
        联络员
      </PageTitle>
      <div className="flex flex-col gap-5">
        {saved === 'added' && <Note tone="ok" title="已添加第二联络员" />}
        <Panel title="现在的联络员" flush>
          <OpenLiaisons rows={liaisons.open} />
        </Panel>
        {liaisons.mayChange && unproven && <Prove {...unproven} />}
        {liaisons.mayChange ? (
          <Note title="增加和更换">
            <p className="mb-3">更换联络员要用两部手机上的验证码：您的和新联络员的。更换后，登录和没办完的事一起转给新联络员。</p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={memberPath('/company/liaisons/replace', open)}>更换联络员</ButtonLink>
              {!second && (
                <ButtonLink href={memberPath('/company/liaisons/add', open)} look="secondary">
                  添加第二联络员
                </ButtonLink>
              )}
              {second && (
                <ActionForm action={removeLiaisonAction} hidden={{ liaisonId: second.id }}>
                  <SubmitButton look="danger" waiting="正在移除…">
                    移除第二联络员 {second.name}
                  </SubmitButton>
                </ActionForm>
              )}
            </div>
          </Note>
        ) : (
          <Note title="增加和更换由第一联络员办理">第一联络员登录后在这一页增加、移除第二联络员，或把自己的位置交接给新的人。</Note>
        )}
        <Note title="原手机号收不到验证码？">
          <p className="mb-3">联络员已离职、手机号已停用的，请把盖章的更换函寄给或发给协会，由协会更换。</p>
          <ButtonLink href="/contact" look="secondary">
            联系协会
          </ButtonLink>
        </Note>
        <Panel title="以前的联络员和联系方式" flush>
          <FormerLiaisons rows={liaisons.former} />
        </Panel>
      </div>
    </>
  );
}

function Prove({ id, name, mobile }: LiaisonView) {
  return (
    <Panel title={`验证 ${name} 的手机号`} hint="待验证">
      <p className="mb-4 text-ink-2">
        验证码发到 <span className="num">{mobile}</span>，请本人把收到的 6 位数字告诉您。验证之后，这位联络员才能登录。
      </p>
      <ActionForm
        action={proveLiaisonAction}
        hidden={{ liaisonId: id }}
        labels={{ code: '验证码' }}
        className="flex max-w-xl flex-col gap-4"
      >
        <EnterSends />
        <CodeLine name="code" flow="flow" label="验证码" pressed="sendProof" />
        <div>
          <SubmitButton waiting="正在验证…">完成验证</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}
