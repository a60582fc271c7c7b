import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { ErasureDecision } from '@/components/personal/erasure-decision';
import { Facts } from '@/components/ui/facts';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { UpLink } from '@/components/ui/up-link';
import { erasureEventLabels, erasureStateLabels, erasureTexts } from '@/lib/copy/personal';
import { formatMoment } from '@/lib/days';
import { getErasure } from '@/lib/personal/erasure-queue';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../../or-not-found';
import { acceptErasureAction, declineErasureAction } from './actions';

export const metadata: Metadata = { title: '注销申请' };

export default async function ErasurePage({ params }: PageProps<'/admin/changes/erasures/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const request = await orNotFound(getErasure(await requireAccount(), id.data));
  const state = erasureStateLabels[request.state];
  return (
    <>
      <UpLink href="/admin/changes?tab=erasure">注销申请</UpLink>
      <PageTitle
        actions={
          request.mayDecide && (
            <ErasureDecision
              requestId={request.id}
              blocked={request.obstacles.length > 0}
              accept={acceptErasureAction}
              decline={declineErasureAction}
            />
          )
        }
      >
        {request.name} <Tag tone={state.tone}>{state.text}</Tag>
      </PageTitle>
      <div className="flex max-w-4xl flex-col gap-5">
        {request.obstacles.length > 0 && (
          <Note tone="warn" title="现在还不能注销">
            {request.obstacles.map((text) => (
              <p key={text}>本人{text}</p>
            ))}
          </Note>
        )}
        <Panel title="申请" hint={formatMoment(request.createdAt)}>
          <Facts
            rows={[
              { label: '手机号', value: request.phone || '—' },
              { label: '联络员身份', value: request.companies.join('、') || '没有' },
              { label: '原因', value: <span className="whitespace-pre-line">{request.reason || '没有填写'}</span> },
            ]}
          />
        </Panel>
        <Panel title="注销意味着什么">
          <div className="flex flex-col gap-2">
            <p>{erasureTexts.erased}</p>
            <p>{erasureTexts.kept}</p>
          </div>
        </Panel>
        <Panel title="办理记录">
          {request.events.length ? (
            <ul className="flex flex-col gap-2">
              {request.events.map(({ id: eventId, event, actorName, reason, createdAt }) => (
                <li key={eventId}>
                  {erasureEventLabels[event]} · {actorName} · <span className="num text-sm text-ink-3">{formatMoment(createdAt)}</span>
                  {reason && <span className="block whitespace-pre-line text-ink-2">{reason}</span>}
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-ink-3">还没有处理。</p>
          )}
        </Panel>
      </div>
    </>
  );
}
