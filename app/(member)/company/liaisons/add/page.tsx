import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { PersonFields } from '@/components/liaisons/person-fields';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { liaisonFieldLabels } from '@/lib/copy/applications';
import { listLiaisons } from '@/lib/liaisons/list-liaisons';
import { orNotFound } from '../../../../or-not-found';
import { loadCompany, memberPath } from '../../../load-company';
import { addLiaisonAction } from '../actions';

export const metadata: Metadata = { title: '添加第二联络员' };

export default async function AddLiaisonPage({ searchParams }: PageProps<'/company/liaisons/add'>) {
  const open = await loadCompany(searchParams);
  const { companyName, mayChange, hasSecond } = await orNotFound(listLiaisons(open.actor, open.companyId));
  const back = memberPath('/company/liaisons', open);
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle hint={companyName}>添加第二联络员</PageTitle>
      {mayChange && !hasSecond ? (
        <Panel hint="保存后立即登记；手机号验证之后，这位联络员才能登录">
          <ActionForm
            action={addLiaisonAction}
            hidden={{ companyId: open.companyId }}
            labels={liaisonFieldLabels}
            className="flex flex-col gap-5"
          >
            <PersonFields />
            <div>
              <SubmitButton className="max-md:w-full" waiting="正在保存…">
                保存
              </SubmitButton>
            </div>
          </ActionForm>
        </Panel>
      ) : (
        <Note title={hasSecond ? '已有第二联络员' : '请由第一联络员添加'} />
      )}
      <p className="mt-5">
        <ButtonLink href={back} look="quiet">
          返回联络员
        </ButtonLink>
      </p>
    </div>
  );
}
