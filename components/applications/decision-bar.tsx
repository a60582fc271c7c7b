'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import { Note } from '@/components/ui/note';
import type { FormAction } from '@/lib/actions/action-state';
import type { StampedKind } from '@/lib/applications/printed';
import type { Decision } from '@/lib/applications/review';
import { fileKindLabels } from '@/lib/copy/applications';

export type DecisionActions = Record<Decision, FormAction>;

type DecisionBarProps = {
  applicationId: string;
  comments: Readonly<Record<string, string>>;
  labels: Record<string, ReactNode>;
  decisions: readonly Decision[];
  duesAllow: boolean;
  /** Scans that were uploaded before printed answers changed. */
  outdated: readonly StampedKind[];
  actions: DecisionActions;
};

/** The ways to decide, each in a dialog that says what will happen. */
export function DecisionBar({ applicationId, comments, labels, decisions, duesAllow, outdated, actions }: DecisionBarProps) {
  const marks = Object.entries(comments);
  const markFields = Object.fromEntries(
    marks.flatMap(([target, comment], row) => [
      [`marks.${row}.target`, target],
      [`marks.${row}.comment`, comment],
    ]),
  );
  const unwritten = marks.filter(([, comment]) => !comment.trim());
  return (
    <div className="flex flex-wrap gap-3 lg:ml-auto">
      <DialogButton look="danger" label="不予通过" shortcut="x">
        <ActionForm action={actions.reject} hidden={{ applicationId }} className="flex flex-col gap-4">
          <p>申请将结束，申请人会收到短信，可以看到下面的原因。已填写的会费转入待退费。</p>
          <ReasonField name="reason" label="不予通过的原因" />
          <SubmitButton look="danger">确认不予通过</SubmitButton>
        </ActionForm>
      </DialogButton>
      <DialogButton look="secondary" label={marks.length ? `退回修改（${marks.length} 处）` : '退回修改'} shortcut="b">
        <ActionForm action={actions.return} hidden={{ applicationId, ...markFields }} className="flex flex-col gap-4">
          {marks.length === 0 && <Note>可以先在左侧逐项“标记”需要修改的内容，申请人会在对应的位置看到意见。</Note>}
          {unwritten.length > 0 && <Note tone="warn">有 {unwritten.length} 处标记还没有写修改意见，请先写好。</Note>}
          <ul className="list-disc pl-5 empty:hidden">
            {marks.map(([target, comment]) => (
              <li key={target}>
                {labels[target]}：{comment || '（未写）'}
              </li>
            ))}
          </ul>
          <ReasonField name="reason" label="退回说明" value={marks.length ? '请按标记的意见修改后重新提交。' : ''} />
          <SubmitButton>确认退回</SubmitButton>
        </ActionForm>
      </DialogButton>
      {decisions.includes('pass') && (
        <DialogButton label="初审通过" shortcut="a">
          <ActionForm action={actions.pass} hidden={{ applicationId }} className="flex flex-col gap-4">
            <p>申请将进入“待批准”，由会议批准后入会。这一步不发短信。</p>
            <OutdatedNote kinds={outdated} />
            <SubmitButton>确认初审通过</SubmitButton>
          </ActionForm>
        </DialogButton>
      )}
      {decisions.includes('approve') && (
        <DialogButton label="审核通过" shortcut="a">
          <ActionForm action={actions.approve} hidden={{ applicationId }} className="flex flex-col gap-4">
            <p>将生成会员编号和电子会员证，并向第一联络员发送短信。</p>
            <OutdatedNote kinds={outdated} />
            {!duesAllow && (
              <>
                <Note tone="warn" title="会费还没有全额确认到账">
                  请先等财务确认，少交的请单位补足。确需先通过的，请写明原因，原因会记入审计。
                </Note>
                <ReasonField name="overrideReason" label="先通过的原因" />
              </>
            )}
            <SubmitButton>确认通过</SubmitButton>
          </ActionForm>
        </DialogButton>
      )}
    </div>
  );
}

function OutdatedNote({ kinds }: { kinds: readonly StampedKind[] }) {
  if (!kinds.length) return null;
  return (
    <Note tone="warn" title={`${kinds.map((kind) => fileKindLabels[kind]).join('、')}的扫描件可能不是现在的内容`}>
      扫描件上传以后，表上印的内容改过。请核对编号；不一致的，退回重新盖章。
    </Note>
  );
}
