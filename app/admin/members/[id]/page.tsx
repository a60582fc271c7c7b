import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { ListedForm } from '@/components/directory/listed-form';
import { DuesTable } from '@/components/dues/dues-table';
import { MemberFacts } from '@/components/members/company-facts';
import { IncompleteItems } from '@/components/members/incomplete-items';
import { MemberScans } from '@/components/members/member-scans';
import { LevelsTable, LiaisonsTable, SeatsTable } from '@/components/members/member-tables';
import { MembershipForm } from '@/components/members/membership-form';
import { MembershipStatus } from '@/components/members/membership-status';
import { Notes } from '@/components/members/notes';
import { StateForms } from '@/components/members/state-forms';
import { Timeline } from '@/components/members/timeline';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { DocumentUpload } from '@/components/uploads/document-upload';
import { FileList } from '@/components/uploads/file-list';
import { isAllowed } from '@/lib/access/authorize';
import { today } from '@/lib/clock';
import { fileKindLabels } from '@/lib/copy/applications';
import { savedTexts } from '@/lib/copy/members';
import { formatDay } from '@/lib/days';
import { getMember, type MemberDetail } from '@/lib/members/get-member';
import { ENDED } from '@/lib/members/states';
import { listTimeline, MOST_ENTRIES } from '@/lib/members/timeline';
import { requireAccount } from '@/lib/session';
import { readRefusals } from '@/lib/uploads/plain-refusals';
import { setListedAction } from '../../../(member)/company/listing/actions';
import { orNotFound } from '../../../or-not-found';
import {
  addNoteAction,
  changeMemberStateAction,
  correctMembershipAction,
  moveAttachmentAction,
  removeAttachmentAction,
  removeNoteAction,
  settleItemAction,
} from './actions';

export const metadata: Metadata = { title: '会员资料' };

export default async function MemberPage({ params, searchParams }: PageProps<'/admin/members/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const actor = await requireAccount();
  const member = await orNotFound(getMember(actor, id.data));
  const [day, timeline, { saved, refused }] = await Promise.all([today(), orNotFound(listTimeline(actor, member.id)), searchParams]);
  const mayEdit = isAllowed(actor, 'member.edit', null);
  const base = `/admin/members/${member.id}`;
  const ended = ENDED.includes(member.state);
  const inDirectory = member.listed && member.state === 'active';
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/members">会员</Link>
      </p>
      <PageTitle
        hint={`会员编号 ${member.number} · ${formatDay(member.joinedOn)} 入会`}
        actions={
          mayEdit && (
            <>
              <ButtonLink href={`${base}/edit`}>编辑企业信息</ButtonLink>
              {!ended && (
                <ButtonLink href={`${base}/level`} look="secondary">
                  变更级别
                </ButtonLink>
              )}
              <ButtonLink href={`${base}/merge`} look="quiet">
                合并重复
              </ButtonLink>
            </>
          )
        }
      >
        {member.fields.name}
      </PageTitle>
      <div className="mb-5 flex flex-col gap-3 empty:hidden">
        {id.data !== member.id && id.data !== member.companyId && <Note title="您打开的记录已并入这家会员" />}
        <IncompleteItems memberId={member.id} items={member.incomplete} mayEdit={mayEdit} settle={settleItemAction} />
        {typeof saved === 'string' && savedTexts[saved] && <Note tone="ok" title={savedTexts[saved]} />}
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-[1.7fr_1fr]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title="企业信息">
            <MemberFacts member={member} />
          </Panel>
          <Panel title="联络员" hint={mayEdit && <Link href={`${base}/liaison`}>按函件更换联络员</Link>} flush>
            <LiaisonsTable rows={member.liaisons} />
          </Panel>
          <Panel
            title="会费交纳记录"
            id="dues"
            hint={isAllowed(actor, 'charge.list', null) && <Link href={`/admin/dues/companies/${member.companyId}`}>往来明细</Link>}
            flush
          >
            <DuesTable readOnly rows={member.dues} />
          </Panel>
          <Panel title="会员级别" flush>
            <LevelsTable rows={member.levels} />
          </Panel>
          <Panel title="理事信息" id="seats" hint={<Link href={`/admin/council/${member.id}`}>增加、变更、结束</Link>} flush>
            <SeatsTable rows={member.seats} />
          </Panel>
          <Panel title="全部记录" hint={timeline.length === MOST_ENTRIES ? `最近 ${MOST_ENTRIES} 条` : '新的在前'}>
            <Timeline entries={timeline} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <MembershipStatus member={member}>
            {mayEdit && <MembershipForm member={member} today={day} action={correctMembershipAction} />}
            {mayEdit && (
              <StateForms
                memberId={member.id}
                state={member.state}
                today={day}
                untouched={untouchedOf(member)}
                action={changeMemberStateAction}
              />
            )}
          </MembershipStatus>
          <Panel title="会员名录" hint={inDirectory ? <Tag tone="ok">显示在名录中</Tag> : <Tag>不在名录中</Tag>}>
            {mayEdit ? (
              <ListedForm action={setListedAction} companyId={member.companyId} listed={member.listed} />
            ) : (
              <p>公开的会员名录里{inDirectory ? '有' : '没有'}这家会员。</p>
            )}
          </Panel>
          <Panel title="备注" hint="只有工作人员能看到">
            <Notes
              memberId={member.id}
              formKey={randomUUID()}
              notes={member.notes}
              mayWrite={mayEdit}
              today={day}
              add={addNoteAction}
              remove={removeNoteAction}
            />
          </Panel>
          <Panel title="附件" id="memberAttachment" hint="只有工作人员能看到">
            {mayEdit ? (
              <DocumentUpload
                several
                owner={{ companyId: member.companyId }}
                kind="memberAttachment"
                label={fileKindLabels.memberAttachment}
                files={member.attachments}
                remove={removeAttachmentAction}
                move={moveAttachmentAction}
                refused={readRefusals(refused, 'memberAttachment')}
              />
            ) : (
              <FileList files={member.attachments} empty="没有附件。" />
            )}
          </Panel>
          <MemberScans scans={member.scans} />
        </div>
      </div>
    </>
  );
}

function untouchedOf({ dues }: MemberDetail): { count: number; fen: number } {
  const rows = dues.filter(
    ({ status, business, partlyPaid }) => status === 'unpaid' && (business === 'none' || business === 'returned') && !partlyPaid,
  );
  return { count: rows.length, fen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0) };
}
