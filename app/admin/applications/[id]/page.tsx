import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ComponentProps } from 'react';
import * as z from 'zod';
import { ApplicationHistory } from '@/components/applications/application-history';
import { CheckList } from '@/components/applications/check-list';
import { companyFacts } from '@/components/applications/company-facts';
import { DecidedNote } from '@/components/applications/decided-note';
import { ElsewhereList } from '@/components/applications/elsewhere-list';
import { KeyPresses } from '@/components/applications/key-presses';
import { QueueSteps } from '@/components/applications/queue-steps';
import { ReviewDesk, type ReviewFact } from '@/components/applications/review-desk';
import { CalendarWarning } from '@/components/calendar/calendar-warning';
import { FilingSummary } from '@/components/dues/filing-summary';
import { ReceiptTag } from '@/components/dues/receipt-tag';
import { CopyButton } from '@/components/ui/copy-button';
import { Link } from '@/components/ui/link';
import { FilterTabs } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { findDecided } from '@/lib/applications/after-decision';
import { getReview, type ReviewView } from '@/lib/applications/review';
import { documentKinds } from '@/lib/applications/steps';
import { findUnknownYears } from '@/lib/calendar/unknown-years';
import { applicationEventLabels, applicationStateLabels } from '@/lib/copy/applications';
import { registries } from '@/lib/copy/review';
import { formatDay, formatMoment } from '@/lib/days';
import { pageOf } from '@/lib/list-query';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { approveAction, checkAction, passAction, rejectAction, returnAction } from './actions';

export const metadata: Metadata = { title: '审核入会申请' };

const DOCUMENT_KEYS = ['1', '2', '3', '4'].map((key) => ({ key, what: `扫描件：第 ${key} 份材料` }));

const KEYS = [
  { key: 'j', what: '下一件' },
  { key: 'k', what: '上一件' },
  { key: 'a', what: '通过' },
  { key: 'b', what: '退回修改' },
  { key: 'x', what: '不予通过' },
  { key: 'c', what: '复制信用代码' },
  { key: 'm', what: '到第一个“标记”，再用 Tab 和回车', leads: true },
  { key: 't', what: '到核对清单的下一项，回车打勾', leads: true },
  ...DOCUMENT_KEYS,
  { key: '[', what: '扫描件上一页' },
  { key: ']', what: '扫描件下一页' },
  { key: '-', what: '扫描件缩小' },
  { key: '+', what: '扫描件放大' },
  { key: 'r', what: '扫描件旋转' },
  { key: '?', what: '显示快捷键' },
] satisfies ComponentProps<typeof KeyPresses>['keys'];

export default async function ApplicationPage({ params, searchParams }: PageProps<'/admin/applications/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { round, decided } = await searchParams;
  const actor = await requireAccount();
  const review = await orNotFound(getReview(actor, id.data, typeof round === 'string' ? pageOf(round) : undefined));
  const justDecided = typeof decided === 'string' ? await findDecided(actor, decided) : null;
  const state = applicationStateLabels[review.state];
  const isWaiting = review.state === 'submitted';
  const unknownYears = await findUnknownYears();
  return (
    <ReviewDesk
      key={`${review.id} ${review.round} ${review.state}`}
      applicationId={review.id}
      heading={
        <>
          {justDecided && <DecidedNote decided={justDecided} left={review.place.total} />}
          <div className="flex flex-wrap items-center gap-x-4 text-sm text-ink-3">
            <p>
              <Link href="/admin/applications">入会审核</Link> / {state.text}
            </p>
            <QueueSteps {...review.place} waiting={isWaiting} />
            <KeyPresses keys={KEYS} />
          </div>
          {review.receipt && <CalendarWarning years={unknownYears} mayEdit={false} />}
          <h1 className="text-xl leading-snug font-strong md:text-2xl">
            {review.answers.name}{' '}
            <Tag tone={state.tone}>{isWaiting ? `${state.text} · 已等 ${review.waitedDays} 个工作日` : state.text}</Tag>
          </h1>
          <Decided review={review} />
        </>
      }
      submitted={`${formatMoment(review.submittedAt)} 提交 · 第 ${review.round} 次 · 申请表编号 ${review.formNumber}`}
      facts={factsOf(review)}
      documents={documentKinds.map((kind) => ({ kind, ...since(review, `documents.${kind}`, '另外的文件') }))}
      files={review.files}
      stamps={review.stamps}
      marks={review.marks}
      decisions={review.decisions}
      duesAllow={review.duesAllow}
      actions={{ approve: approveAction, pass: passAction, reject: rejectAction, return: returnAction }}
    >
      {review.rounds > 1 && (
        <Panel title="各次提交" flush>
          <div className="px-2 py-1.5 md:px-4">
            <FilterTabs
              path={`/admin/applications/${review.id}`}
              query={{ round: String(review.round) }}
              name="round"
              label="各次提交"
              tabs={Array.from({ length: review.rounds }, (_, index) => ({ value: String(index + 1), label: `第 ${index + 1} 次` }))}
            />
          </div>
        </Panel>
      )}
      <Panel title="核对清单">
        <CheckList applicationId={review.id} checks={review.checks} action={checkAction} editable={review.decisions.length > 0} />
      </Panel>
      <Panel title="相同信息和以前的申请">
        <ElsewhereList {...review.elsewhere} />
      </Panel>
      <Panel title="本年度会费" hint={review.receipt && <ReceiptTag {...review.receipt} />}>
        {review.filing ? <FilingSummary filing={review.filing} /> : <p className="text-ink-3">还没有填写汇款信息。</p>}
      </Panel>
      <Panel title="申请记录">
        {review.meeting && (
          <p className="mb-3">
            {formatDay(review.meeting.heldOn)} {review.meeting.name}批准
          </p>
        )}
        <ApplicationHistory events={review.history} />
      </Panel>
    </ReviewDesk>
  );
}

/** What was decided just now, and the way to the next one: the reviewer goes on without the list. */
function Decided({ review: { answers, history, decisions, place, round, rounds } }: { review: ReviewView }) {
  const last = history.at(-1);
  if (decisions.length || !last?.byStaff || round !== rounds) return null;
  return (
    <div className="mt-3">
      <Note
        tone="ok"
        title={`${applicationEventLabels[last.event]}：${answers.name} · ${last.actorName} · ${formatMoment(last.createdAt)}`}
      >
        {place.total ? `还有 ${place.total} 件待审核。` : '没有待审核的申请了。'}
      </Note>
    </div>
  );
}

function factsOf(review: ReviewView): ReviewFact[] {
  const before = new Map(
    review.before && companyFacts(review.before.answers, review.before.words).map(({ target, value }) => [target, value]),
  );
  return companyFacts(review.answers, review.words).map((fact) => ({
    ...fact,
    ...since(review, fact.target, before.get(fact.target)),
    ...(fact.target === 'company.uscc' && { value: <CreditCode uscc={review.answers.uscc} flags={review.usccFlags} /> }),
  }));
}

/** What the round before said at a target, where it differs, and what was asked for there. */
function since({ before }: ReviewView, target: string, old: ReviewFact['value']): Pick<ReviewFact, 'before' | 'asked'> {
  return {
    before: before?.changed.includes(target) ? old : undefined,
    asked: before?.marks.find((mark) => mark.target === target)?.comment,
  };
}

function CreditCode({ uscc, flags }: { uscc: string; flags: readonly string[] }) {
  return (
    <>
      {uscc} <CopyButton text={uscc} label="信用代码" shortcut="c" />
      {flags.map((flag) => (
        <Tag key={flag} tone="warn">
          {flag}
        </Tag>
      ))}
      <span className="flex flex-wrap gap-x-4 text-sm">
        {registries.map(({ name, href }) => (
          <a key={href} href={href} target="_blank" rel="noopener noreferrer" className="inline-flex min-h-11 items-center md:min-h-8">
            {name} ↗
          </a>
        ))}
      </span>
    </>
  );
}
