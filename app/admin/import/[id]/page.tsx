import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { ImportDone } from '@/components/imports/import-done';
import { ImportProgress } from '@/components/imports/import-progress';
import { ImportReview } from '@/components/imports/import-review';
import { ImportSteps } from '@/components/imports/import-steps';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { importStateLabels } from '@/lib/copy/imports';
import { formatMoment } from '@/lib/days';
import { getImport, type ImportView, isOpen } from '@/lib/imports/queries';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import {
  chooseWordsAction,
  discardImportAction,
  restartImportAction,
  saveTotalsAction,
  startCommitAction,
  undoImportAction,
} from '../actions';

export const metadata: Metadata = { title: '导入' };

const STEP = { reading: 1, ready: 2, committing: 3, committed: 4, undone: 4, discarded: 4, failed: 1 } as const;

export default async function ImportPage({ params }: PageProps<'/admin/import/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const found = await orNotFound(getImport(await requireAccount(), id.data));
  const { text, tone } = importStateLabels[found.state];
  return (
    <>
      <p className="text-sm text-ink-3">
        <Link href="/admin/import">导入旧系统数据</Link>
      </p>
      <PageTitle hint={`${found.uploader} ${formatMoment(found.createdAt)} 上传${found.scansName ? `，附扫描件 ${found.scansName}` : ''}`}>
        <span className="inline-flex flex-wrap items-center gap-3 break-all">
          {found.workbookName} <Tag tone={tone}>{text}</Tag>
        </span>
      </PageTitle>
      <div className="flex flex-col gap-5">
        <ImportSteps current={STEP[found.state]} />
        {found.isRunning && <RunningPanel {...found} />}
        {found.state === 'failed' && <FailedNote failure={found.failure} />}
        {found.state === 'ready' && (
          <ImportReview
            view={found}
            actions={{
              chooseWords: chooseWordsAction,
              saveTotals: saveTotalsAction,
              commit: startCommitAction,
              restart: restartImportAction,
            }}
          />
        )}
        {(found.state === 'committed' || found.state === 'undone') && <ImportDone view={found} />}
        {found.state === 'committed' && found.mayRun && <UndoPanel {...found} />}
        {found.state === 'discarded' && (
          <Note title="已放弃">
            <p>这份工作簿没有导入任何内容。</p>
          </Note>
        )}
        {found.mayRun && isOpen(found.state) && found.state !== 'committing' && <DiscardPanel id={found.id} />}
      </div>
    </>
  );
}

function RunningPanel({ id, state, percent, isStale, mayRun }: ImportView) {
  const words = state === 'reading' ? '正在逐格检查' : '正在导入，全部成功才算数';
  return (
    <Panel title={state === 'reading' ? '检查' : '导入'}>
      <ImportProgress percent={percent} words={words} />
      <noscript>
        <p className="mt-3">
          <a href={`/admin/import/${id}`}>刷新，看看进度</a>
        </p>
      </noscript>
      {isStale && mayRun && (
        <div className="mt-5">
          <Note tone="warn" title="好一会儿没有进展了，可能服务器重启过">
            <p className="mt-1 mb-3">没有导入到一半的内容。可以放心从头再来一次。</p>
            <ActionForm action={restartImportAction} hidden={{ importId: id }}>
              <SubmitButton look="secondary">从头再来</SubmitButton>
            </ActionForm>
          </Note>
        </div>
      )}
    </Panel>
  );
}

function FailedNote({ failure }: Pick<ImportView, 'failure'>) {
  return (
    <Note tone="bad" title="这份工作簿没有读成，也没有导入任何内容">
      <p className="mt-1 mb-3">{failure}</p>
      <ButtonLink href="/admin/import" look="secondary">
        改好后重新上传
      </ButtonLink>
    </Note>
  );
}

function DiscardPanel({ id }: { id: string }) {
  return (
    <Panel title="放弃这份工作簿">
      <p className="mb-4">还没有导入任何内容。放弃后可以上传别的工作簿，这一份要重新上传才能再用。</p>
      <ActionForm action={discardImportAction} hidden={{ importId: id }}>
        <SubmitButton look="danger">放弃</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

function UndoPanel({ id, obstacles }: ImportView) {
  return (
    <Panel title="撤销这次导入">
      {obstacles.length > 0 ? (
        <>
          <p className="mb-2">已经有人在这些数据上继续工作，不能整批撤销：</p>
          <ul className="list-disc pl-6">
            {obstacles.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="mt-3 text-ink-2">个别企业有错的，请到会员页逐家更正。</p>
        </>
      ) : (
        <ActionForm
          action={undoImportAction}
          hidden={{ importId: id }}
          labels={{ reason: '撤销的原因' }}
          className="flex max-w-xl flex-col gap-4"
        >
          <p>
            还没有人登录或改动过，可以整批撤销：这次导入的企业、联络员、会费、票据和会员证全部删除，新加的选项没有别处用到的不再供选，像没有导入过一样。
          </p>
          <ReasonField name="reason" label="撤销的原因" />
          <div>
            <SubmitButton look="danger">撤销这次导入</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Panel>
  );
}
