import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { MappingForm } from '@/components/statements/mapping-form';
import { SampleTable } from '@/components/statements/sample-table';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { isAllowed } from '@/lib/access/authorize';
import { requireAccount } from '@/lib/session';
import { getLayout } from '@/lib/statements/layouts';
import { getColumns } from '@/lib/statements/queries';
import { layoutSchema } from '@/lib/statements/schema';
import { orNotFound } from '../../../../or-not-found';
import { changeLayoutAction, forgetLayoutAction } from '../../actions';

export const metadata: Metadata = { title: '对账单格式' };

export default async function LayoutPage({ params }: PageProps<'/admin/statements/layouts/[layout]'>) {
  const actor = await requireAccount();
  const asked = layoutSchema.safeParse(await params);
  if (!asked.success) notFound();
  const { layout, statementId, name, fileKey } = await orNotFound(getLayout(actor, asked.data.layout));
  const columns = await orNotFound(getColumns({ fileKey, layout }));
  const mayWork = isAllowed(actor, 'statement.work', null);
  return (
    <>
      <DuesNav current="/admin/statements" />
      <PageTitle
        hint={
          <>
            最近一份：<Link href={`/admin/statements/${statementId}`}>{name}</Link>。改动只对以后上传的起作用，已经读取的流水不变。
          </>
        }
      >
        对账单格式
      </PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="哪一列是什么">
          <SampleTable {...columns} />
          {mayWork && <MappingForm action={changeLayoutAction} hidden={{ layout }} columns={columns} button="保存" />}
        </Panel>
        {mayWork && (
          <Panel title="忘记这种格式">
            <p className="mb-4">下次上传这种对账单时，会像第一次那样请您确认哪一列是什么。</p>
            <ActionForm action={forgetLayoutAction} hidden={{ layout }}>
              <SubmitButton look="danger">忘记这种格式</SubmitButton>
            </ActionForm>
          </Panel>
        )}
      </div>
    </>
  );
}
