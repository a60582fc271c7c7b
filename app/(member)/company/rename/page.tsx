import type { Metadata } from 'next';
import { RenameNote } from '@/components/companies/rename-note';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { HelpLink } from '@/components/ui/help-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { DocumentUpload } from '@/components/uploads/document-upload';
import { PageViewer } from '@/components/uploads/page-viewer';
import { getRename } from '@/lib/companies/queries';
import { MAX_BYTES, MAX_PAGES } from '@/lib/uploads/limits';
import { readRefusals } from '@/lib/uploads/plain-refusals';
import { orNotFound } from '../../../or-not-found';
import { loadCompany, memberPath } from '../../load-company';
import { moveLicenceAction, removeLicenceAction, withdrawRenameAction } from './actions';
import { RenameForm } from './rename-form';

export const metadata: Metadata = { title: '变更单位名称' };

export default async function RenamePage({ searchParams }: PageProps<'/company/rename'>) {
  const open = await loadCompany(searchParams);
  const { companyId } = open;
  const { refused, name: proposed } = await searchParams;
  const { name, uscc, files, request } = await orNotFound(getRename(open.actor, companyId));
  const start = request?.asked ?? { name: typeof proposed === 'string' ? proposed.slice(0, 100) : name, uscc };
  return (
    <>
      <PageTitle hint={`现在登记的是：${name}（${uscc}）`} actions={<HelpLink chapter="rename" />}>
        变更单位名称
      </PageTitle>
      <div className="flex flex-col gap-5">
        {request && (
          <RenameNote request={request}>
            <ActionForm action={withdrawRenameAction} hidden={{ companyId }}>
              <SubmitButton look="danger" waiting="正在撤回…">
                撤回这项申请
              </SubmitButton>
            </ActionForm>
          </RenameNote>
        )}
        {request?.state === 'pending' ? (
          <Panel title="已提交的营业执照" hint="审核期间不能修改">
            <PageViewer files={files} title="营业执照" className="h-[70vh]" />
          </Panel>
        ) : (
          <>
            <Note title="什么时候需要提交">
              营业执照上的单位名称或信用代码有变更时提交。协会确认后换发会员证，之后的电子票据默认使用新的名称；原来的名称会保留，仍可查询。
            </Note>
            <Panel title="新的营业执照" hint="扫描件，不需要盖章" id="businessLicense">
              <p className="mb-4 text-ink-2">
                一个 PDF，或按顺序的多张图片（JPG、PNG、WEBP），单个文件不超过 {MAX_BYTES / 1024 / 1024} MB，不超过 {MAX_PAGES} 页。
              </p>
              <DocumentUpload
                owner={{ companyId }}
                kind="businessLicense"
                label="营业执照"
                files={files}
                remove={removeLicenceAction}
                move={moveLicenceAction}
                refused={readRefusals(refused, 'businessLicense')}
              />
            </Panel>
            <RenameForm key={companyId} companyId={companyId} values={start} again={request !== null} />
          </>
        )}
        <p>
          <ButtonLink href={memberPath('/company', open)} look="quiet">
            返回企业信息
          </ButtonLink>
        </p>
      </div>
    </>
  );
}
