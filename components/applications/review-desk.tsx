'use client';

import { type ReactNode, useState } from 'react';
import { Panel } from '@/components/ui/panel';
import { ScanViewer } from '@/components/uploads/scan-viewer';
import { isStamped, stampedKinds } from '@/lib/applications/printed';
import type { Decision, ReviewView } from '@/lib/applications/review';
import type { documentKinds } from '@/lib/applications/steps';
import { fileKindLabels } from '@/lib/copy/applications';
import { stockComments } from '@/lib/copy/review';
import type { FileView } from '@/lib/uploads/views';
import type { CompanyFact } from './company-facts';
import { type DecisionActions, DecisionBar } from './decision-bar';
import { MarkRow } from './mark-row';
import { StampLine } from './stamp-line';

export type ReviewFact = CompanyFact & { before?: ReactNode; asked?: string };

type ReviewDeskProps = {
  applicationId: string;
  heading: ReactNode;
  submitted: ReactNode;
  facts: readonly ReviewFact[];
  /** Rows of the documents, by kind, with what the round before was returned with. */
  documents: readonly { kind: (typeof documentKinds)[number]; before?: ReactNode; asked?: string }[];
  files: readonly FileView[];
  stamps: ReviewView['stamps'];
  marks: readonly { target: string; comment: string }[];
  decisions: readonly Decision[];
  duesAllow: boolean;
  actions: DecisionActions;
  children: ReactNode;
};

/** The reviewer's desk: what was typed beside what was scanned; marks for a return gather as they read. */
export function ReviewDesk({
  applicationId,
  heading,
  submitted,
  facts,
  documents,
  files,
  stamps,
  marks,
  decisions,
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
    ...facts.map((fact) => ({ ...fact, stock: stockComments.company })),
    ...documents.map(({ kind, ...since }) => ({
      target: `documents.${kind}`,
      label: fileKindLabels[kind],
      value: pagesOf(files, kind),
      stock: isStamped(kind) ? [...stockComments.stamped, ...stockComments.documents] : stockComments.documents,
      ...since,
    })),
  ];
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end gap-4">
        <div>{heading}</div>
        {decisions.length > 0 && (
          <DecisionBar
            applicationId={applicationId}
            comments={comments}
            labels={Object.fromEntries(rows.map(({ target, label }) => [target, label]))}
            decisions={decisions}
            duesAllow={duesAllow}
            outdated={stampedKinds.filter((kind) => stamps[kind].outdated)}
            actions={actions}
          />
        )}
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title="企业信息和材料" hint={submitted}>
            <dl className="text-[15px]">
              {rows.map(({ target, label, value, before, asked, stock }) => (
                <MarkRow
                  key={target}
                  label={label}
                  value={value}
                  before={before}
                  asked={asked}
                  comment={comments[target]}
                  stock={stock}
                  onMark={decisions.length ? (comment) => mark(target, comment) : undefined}
                />
              ))}
            </dl>
          </Panel>
          {children}
        </div>
        <div className="min-w-0 lg:sticky lg:top-4">
          <ScanViewer
            files={files}
            notes={Object.fromEntries(stampedKinds.map((kind) => [kind, <StampLine key={kind} {...stamps[kind]} />]))}
          />
        </div>
      </div>
    </>
  );
}

function pagesOf(files: readonly FileView[], kind: string): string {
  const pages = files.filter((file) => file.kind === kind).reduce((sum, file) => sum + file.pages.length, 0);
  return `${pages} 页`;
}
