import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import type { FormAction } from '@/lib/actions/action-state';
import { erasureStateLabels, erasureTexts } from '@/lib/copy/personal';
import { formatMoment } from '@/lib/days';
import type { PersonalPage } from '@/lib/personal/personal-page';

type ErasurePanelProps = Pick<PersonalPage, 'erasure' | 'obstacles'> & { ask: FormAction; withdraw: FormAction };

/** 注销账号: what it means, what has to be done first, and where the request stands. */
export function ErasurePanel({ erasure, obstacles, ask, withdraw }: ErasurePanelProps) {
  const state = erasure && erasureStateLabels[erasure.state];
  return (
    <Panel title="注销账号" hint={state && <Tag tone={state.tone}>{state.text}</Tag>} id="erasure">
      <div className="flex flex-col gap-4">
        <p>{erasureTexts.erased}</p>
        <p>{erasureTexts.kept}</p>
        {erasure?.state === 'declined' && (
          <Note tone="warn" title="上次的申请不予办理">
            <span className="whitespace-pre-line">{erasure.answer}</span>
          </Note>
        )}
        {erasure?.state === 'pending' ? (
          <>
            <p className="num text-ink-2">{formatMoment(erasure.createdAt)} 已提交，等待协会处理，结果用短信通知。处理之前可以撤回。</p>
            <ActionForm action={withdraw}>
              <SubmitButton look="secondary" waiting="正在撤回…">
                撤回注销申请
              </SubmitButton>
            </ActionForm>
          </>
        ) : (
          <Ask obstacles={obstacles} ask={ask} />
        )}
      </div>
    </Panel>
  );
}

function Ask({ obstacles, ask }: { obstacles: ErasurePanelProps['obstacles']; ask: FormAction }) {
  if (obstacles.length) {
    return (
      <Note tone="warn" title="申请注销之前，请先办好下面的事">
        <ul className="ml-5 list-disc">
          {obstacles.map((obstacle) =>
            obstacle.kind === 'application' ? (
              <li key="application">
                <Link href="/apply/status">撤回没有结束的入会申请</Link>，或等协会审核完毕
              </li>
            ) : (
              <li key={obstacle.companyName}>
                您是{obstacle.companyName}的第一联络员，请先<Link href="/company/liaisons">更换联络员</Link>
              </li>
            ),
          )}
        </ul>
      </Note>
    );
  }
  return (
    <ActionForm action={ask} labels={{ reason: '原因' }} className="flex flex-col gap-4">
      <ReasonField name="reason" label="原因（可以不填）" optional />
      <div>
        <SubmitButton look="danger" waiting="正在提交…">
          申请注销账号
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
