import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { ApplicationHistory } from '@/components/applications/application-history';
import { companyFacts } from '@/components/applications/company-facts';
import { ReviewDesk } from '@/components/applications/review-desk';
import { FilingSummary } from '@/components/dues/filing-summary';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { getReview } from '@/lib/applications/review';
import { applicationStateLabels } from '@/lib/copy/applications';
import { formatMoment } from '@/lib/days';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { approveAction, rejectAction, returnAction } from './actions';

export const metadata: Metadata = { title: '审核入会申请' };

export default async function ApplicationPage({ params }: PageProps<'/admin/applications/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const review = await orNotFound(getReview(await requireAccount(), id.data));
  const state = applicationStateLabels[review.state];
  const facts = companyFacts(review.answers, review.words).map((fact) =>
    fact.target === 'company.uscc' && review.usccFlags.length
      ? {
          ...fact,
          value: (
            <>
              {fact.value}{' '}
              {review.usccFlags.map((flag) => (
                <Tag key={flag} tone="warn">
                  {flag}
                </Tag>
              ))}
            </>
          ),
        }
      : fact,
  );
  return (
    <ReviewDesk
      applicationId={review.id}
      heading={
        <>
          <p className="text-sm text-ink-3">
            <Link href="/admin/applications">入会审核</Link> / {state.text}
          </p>
          <h1 className="text-xl leading-snug font-strong md:text-2xl">
            {review.answers.name}{' '}
            <Tag tone={state.tone}>{review.state === 'submitted' ? `${state.text} · 已等 ${review.waitedDays} 个工作日` : state.text}</Tag>
          </h1>
        </>
      }
      submitted={`${formatMoment(review.submittedAt)} 提交 · 第 ${review.round} 次 · 申请表编号 ${review.formNumber}`}
      facts={facts}
      files={review.files}
      marks={review.marks}
      mayDecide={review.mayDecide}
      duesAllow={review.duesAllow}
      actions={{ approve: approveAction, reject: rejectAction, return: returnAction }}
    >
      <Panel title="本年度会费">
        {review.filing ? <FilingSummary filing={review.filing} /> : <p className="text-ink-3">还没有填写汇款信息。</p>}
      </Panel>
      <Panel title="申请记录">
        <ApplicationHistory events={review.history} />
      </Panel>
    </ReviewDesk>
  );
}
