'use client';

import { type ReactNode, useState } from 'react';
import { Panel } from '@/components/ui/panel';
import { ScanViewer } from '@/components/uploads/scan-viewer';
import type { FormAction } from '@/lib/actions/action-state';
import { documentKinds } from '@/lib/applications/steps';
import { fileKindLabels } from '@/lib/copy/applications';
import type { FileView } from '@/lib/uploads/views';
import type { CompanyFact } from './company-facts';
import { DecisionBar } from './decision-bar';
import { MarkRow } from './mark-row';

type ReviewDeskProps = {
  applicationId: string;
  heading: ReactNode;
  submitted: string;
  facts: readonly CompanyFact[];
  files: readonly FileView[];
  marks: readonly { target: string; comment: string }[];
  mayDecide: boolean;
  duesAllow: boolean;
  actions: { approve: FormAction; reject: FormAction; return: FormAction };
  children: ReactNode;
};

/** The reviewer's desk: what was typed beside what was scanned; marks for a return gather as they read. */
export function ReviewDesk({
  applicationId,
  heading,
  submitted,
  facts,
  files,
  marks,
  mayDecide,
  duesAllow,
  actions,
  children,
}: ReviewDeskProps) {
  const [comments, setComments] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(marks.map(({ target, comment }) => [target, comment])),
  );
  const mark = (target: string, comment: string | null) =>
    setComments((all) =>
      comment === null ? Object.fromEntries(Object.entries(all).filter(([name]) => name !== target)) : { ...all, [target]: comment },
    );
  const rows = [
    ...facts,
    ...documentKinds.map((kind) => ({ target: `documents.${kind}`, label: fileKindLabels[kind], value: pagesOf(files, kind) })),
  ];
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end gap-4">
        <div>{heading}</div>
        {mayDecide && (
          <DecisionBar
            applicationId={applicationId}
            comments={comments}
            labels={Object.fromEntries(rows.map(({ target, label }) => [target, label]))}
            duesAllow={duesAllow}
            actions={actions}
          />
        )}
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex flex-col gap-5">
          <Panel title="企业信息和材料" hint={submitted}>
            <dl className="text-[15px]">
              {rows.map(({ target, label, value }) => (
                <MarkRow
                  key={target}
                  label={label}
                  value={value}
                  comment={comments[target]}
                  onMark={mayDecide ? (comment) => mark(target, comment) : undefined}
                />
              ))}
            </dl>
          </Panel>
          {children}
        </div>
        <div className="lg:sticky lg:top-4">
          <ScanViewer files={files} />
        </div>
      </div>
    </>
  );
}

function pagesOf(files: readonly FileView[], kind: string): string {
  const pages = files.filter((file) => file.kind === kind).reduce((sum, file) => sum + file.pages.length, 0);
  return `${pages} 页`;
}
