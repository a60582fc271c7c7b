import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { LineSelect } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { PersonFields } from '@/components/liaisons/person-fields';
import { LiaisonsTable } from '@/components/members/member-tables';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { liaisonFieldLabels, liaisonOrderLabels } from '@/lib/copy/applications';
import { replaceLiaisonAction } from '../actions';
import { loadMember } from '../load-member';

export const metadata: Metadata = { title: '更换联络员' };

const orders = Object.entries(liaisonOrderLabels).map(([code, label]) => ({ code, label }));
const labels = { ...liaisonFieldLabels, order: '更换哪一位', fileId: '盖章的函件', reason: '原因' };

export default async function ReplaceLiaisonPage({ params }: PageProps<'/admin/members/[id]/liaison'>) {
  const { member } = await loadMember(params, 'member.edit');
  const path = `/admin/members/${member.id}`;
  const letters = member.attachments.map(({ id, name }) => ({ code: id, label: name }));
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/members">会员</Link> › <Link href={path}>{member.fields.name}</Link>
      </p>
      <PageTitle hint="单位来函更换、原手机号收不到验证码时使用。">更换联络员</PageTitle>
      <div className="flex max-w-4xl flex-col gap-5">
        <Panel title="现在和以前的联络员" flush>
          <LiaisonsTable rows={member.liaisons} />
        </Panel>
        {letters.length ? (
          <Panel title="新的联络员" hint="原联络员收到短信，登录立即失效">
            <ActionForm
              action={replaceLiaisonAction}
              hidden={{ companyId: member.companyId }}
              labels={labels}
              className="flex flex-col gap-5"
            >
              <LineSelect name="order" label={labels.order} options={orders} required />
              <PersonFields />
              <LineSelect name="fileId" label={labels.fileId} hint="会员附件中的文件" options={letters} required />
              <ReasonField name="reason" label={labels.reason} />
              <div>
                <SubmitButton look="danger" waiting="正在更换…">
                  更换联络员
                </SubmitButton>
              </div>
            </ActionForm>
          </Panel>
        ) : (
          <Note title="请先上传盖章的更换函">
            <p className="mb-3">在会员资料的“附件”中上传，再回到这一页。</p>
            <ButtonLink href={`${path}#memberAttachment`}>去上传</ButtonLink>
          </Note>
        )}
      </div>
    </>
  );
}
