import type { Metadata } from 'next';
import { companyFacts } from '@/components/applications/company-facts';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { companyWords } from '@/lib/applications/company-words';
import { getCompanyToConfirm } from '@/lib/companies/queries';
import { levelLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { orNotFound } from '../../../or-not-found';
import { loadCompany } from '../../load-company';
import { confirmCompanyAction } from './actions';

export const metadata: Metadata = { title: '请确认单位信息' };

export default async function ConfirmCompanyPage({ searchParams }: PageProps<'/company/confirm'>) {
  const { actor, companyId } = await loadCompany(searchParams);
  const { answers, number, level, joinedOn } = await orNotFound(getCompanyToConfirm(actor, companyId));
  const facts = companyFacts(answers, await companyWords(answers));
  return (
    <>
      <PageTitle hint={`${actor.name}，您好。这是协会登记的信息，请核对一遍，以后不再询问。`}>请确认单位信息</PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="会员">
          <Facts
            rows={[
              { label: '会员编号', value: number },
              { label: '会员级别', value: levelLabels[level] },
              { label: '入会日期', value: formatDay(joinedOn) },
            ]}
          />
        </Panel>
        <Panel title="企业信息">
          <Facts rows={facts} />
        </Panel>
        <Panel>
          <ActionForm action={confirmCompanyAction} hidden={{ companyId }} className="flex flex-wrap items-center gap-3">
            <SubmitButton name="answer" value="right">
              信息无误
            </SubmitButton>
            <SubmitButton name="answer" value="edit" look="secondary">
              去修改
            </SubmitButton>
          </ActionForm>
          <p className="mt-4 text-ink-2">
            会员编号、级别或入会日期有误，或者您不是这家单位的联络员，请<Link href="/contact">联系协会</Link>。
          </p>
        </Panel>
      </div>
    </>
  );
}
