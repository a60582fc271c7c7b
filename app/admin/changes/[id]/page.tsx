import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { ChangeDecision } from '@/components/companies/change-decision';
import { ChangeEvents, ChangeLines } from '@/components/companies/change-list';
import { ExitConsequences } from '@/components/members/exit-consequences';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { PageViewer } from '@/components/uploads/page-viewer';
import { ScanViewer } from '@/components/uploads/scan-viewer';
import { today } from '@/lib/clock';
import { type ChangeDetail, getChange } from '@/lib/companies/change-queue';
import { changeFieldLabels, changeKindLabels, changeStateLabels } from '@/lib/copy/companies';
import { registries } from '@/lib/copy/review';
import { formatMoment } from '@/lib/days';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import {
  acceptExitAction,
  acknowledgeChangeAction,
  confirmRenameAction,
  declineExitAction,
  returnRenameAction,
  undoChangeAction,
} from './actions';

export const metadata: Metadata = { title: '会员变更' };

const actions = {
  acknowledge: acknowledgeChangeAction,
  undo: undoChangeAction,
  confirm: confirmRenameAction,
  return: returnRenameAction,
  acceptExit: acceptExitAction,
  declineExit: declineExitAction,
};

export default async function ChangePage({ params }: PageProps<'/admin/changes/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const [change, day] = await Promise.all([orNotFound(getChange(await requireAccount(), id.data)), today()]);
  const state = changeStateLabels[change.state];
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/changes">会员变更</Link> · {changeKindLabels[change.kind]}
      </p>
      <PageTitle
        actions={
          <>
            {change.mayDecide && <ChangeDecision change={change} actions={actions} today={day} />}
            {change.state !== 'pending' && change.nextId && <ButtonLink href={`/admin/changes/${change.nextId}`}>下一项待处理</ButtonLink>}
          </>
        }
      >
        {change.companyName} <Tag tone={state.tone}>{state.text}</Tag>
      </PageTitle>
      {change.kind === 'request' ? (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Content change={change} />
          <ScanViewer files={change.licence} kinds={['businessLicense']} />
        </div>
      ) : (
        <Content change={change} />
      )}
      {change.letter && (
        <div className="mt-5">
          <Panel title="盖章的函件">
            <PageViewer files={[change.letter]} title="盖章的函件" className="h-[70vh]" />
          </Panel>
        </div>
      )}
    </>
  );
}

function Content({ change }: { change: ChangeDetail }) {
  const { field, kind, lines, uscc, actorName, madeAt, events, consequence } = change;
  return (
    <div className="flex flex-col gap-5">
      <Panel title={changeFieldLabels[field]} hint={`${actorName} · ${formatMoment(madeAt)}`}>
        <div className="flex flex-col gap-4">
          {kind === 'exit' && <ChangeLines kind={kind} lines={lines} />}
          {consequence && <ExitConsequences consequence={consequence} />}
          {kind !== 'exit' &&
            lines.map(({ label, before, after }) => (
              <section key={label}>
                <h3 className="mb-1 font-semibold">{label}</h3>
                <Facts
                  rows={[
                    { label: '原来', value: before || '（空）' },
                    { label: kind === 'request' ? '申请改为' : '改为', value: <b className="font-semibold">{after || '（空）'}</b> },
                  ]}
                />
              </section>
            ))}
        </div>
        {kind === 'request' && <Registries uscc={lines.find(({ label }) => label.includes('信用代码'))?.after ?? uscc} />}
      </Panel>
      <Panel title="办理记录">{events.length ? <ChangeEvents events={events} /> : <p className="text-ink-3">还没有处理。</p>}</Panel>
    </div>
  );
}

function Registries({ uscc }: { uscc: string }) {
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 text-[15px]">
      <span className="num">
        {uscc} <CopyButton text={uscc} label="信用代码" />
      </span>
      {registries.map(({ name, href }) => (
        <a key={href} href={href} target="_blank" rel="noreferrer" className="inline-flex min-h-11 items-center">
          {name}
        </a>
      ))}
    </p>
  );
}
