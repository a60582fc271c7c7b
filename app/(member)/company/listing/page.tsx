import type { Metadata } from 'next';
import { ListedForm } from '@/components/directory/listed-form';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { getListing } from '@/lib/directory/queries';
import { orNotFound } from '../../../or-not-found';
import { loadCompany } from '../../load-company';
import { setListedAction } from './actions';

export const metadata: Metadata = { title: '会员名录' };

export default async function ListingPage({ searchParams }: PageProps<'/company/listing'>) {
  const { actor, companyId } = await loadCompany(searchParams);
  const { name, listed } = await orNotFound(getListing(actor, companyId));
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle hint={name}>会员名录</PageTitle>
      <Panel title="本单位" hint={listed ? <Tag tone="ok">显示在名录中</Tag> : <Tag>不在名录中</Tag>}>
        <ListedForm action={setListedAction} companyId={companyId} listed={listed} />
      </Panel>
    </div>
  );
}
