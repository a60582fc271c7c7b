'use client';

import { type ReactNode, useId } from 'react';
import { Tag } from '@/components/ui/tag';

type MarkRowProps = {
  label: string;
  value: ReactNode;
  /** What stood here in the round before, where it has changed since. */
  before?: ReactNode;
  /** The comment that the round before was returned with. */
  asked?: string;
  comment: string | undefined;
  stock: readonly string[];
  onMark?: (comment: string | null) => void;
};

/** One row of the application; marked, it asks what to correct. */
export function MarkRow({ label, value, before, asked, comment, stock, onMark }: MarkRowProps) {
  const id = useId();
  const marked = comment !== undefined;
  return (
    <div
      className={`grid grid-cols-[6.5em_1fr_auto] items-start border-b border-line-2 last:border-0 md:grid-cols-[9.5em_1fr_auto] ${marked ? 'border-l-4 border-l-accent bg-accent-soft pl-3' : ''}`}
    >
      <dt className="py-2 pr-3 text-ink-3">{label}</dt>
      <dd className="num min-w-0 py-2 break-words">
        {value}
        <Since before={before} asked={asked} />
      </dd>
      {onMark && (
        <dd>
          <button
            type="button"
            data-key="m"
            aria-expanded={marked}
            aria-controls={id}
            aria-label={`${marked ? '取消标记' : '标记'} ${label}`}
            onClick={() => onMark(marked ? null : '')}
            className={`min-h-11 px-2 underline underline-offset-4 md:min-h-10 ${marked ? 'font-semibold text-accent' : 'text-brand'}`}
          >
            {marked ? '取消标记' : '标记'}
          </button>
        </dd>
      )}
      {marked && (
        <dd id={id} className="col-span-3 pr-3 pb-3">
          {onMark ? <Comment label={label} comment={comment} stock={stock} onMark={onMark} /> : <p className="text-accent">{comment}</p>}
        </dd>
      )}
    </div>
  );
}

function Since({ before, asked }: { before?: ReactNode; asked?: string }) {
  if (before === undefined && !asked) return null;
  return (
    <div className="mt-1 border-l-2 border-line-3 pl-3 text-sm text-ink-2">
      {asked && <p>上次意见：{asked}</p>}
      {before !== undefined ? (
        <>
          <Tag tone={asked ? 'ok' : 'info'}>{asked ? '已修改' : '已修改（未要求）'}</Tag>
          <div className="mt-1">
            上次：<del className="text-ink-3">{before}</del>
          </div>
        </>
      ) : (
        <Tag tone="warn">没有修改</Tag>
      )}
    </div>
  );
}

type CommentProps = { label: string; comment: string; stock: readonly string[]; onMark: (comment: string) => void };

function Comment({ label, comment, stock, onMark }: CommentProps) {
  return (
    <>
      <div className="mb-2 flex flex-wrap gap-x-1">
        {stock.map((text) => (
          <button
            key={text}
            type="button"
            onClick={() => onMark(text)}
            className="min-h-11 rounded-md border border-transparent px-2 text-left text-sm text-brand underline-offset-4 hover:underline md:min-h-8"
          >
            {text}
          </button>
        ))}
      </div>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the reviewer has just asked for this box
        autoFocus
        aria-label={`${label}需要怎样修改`}
        value={comment}
        onChange={(event) => onMark(event.target.value)}
        placeholder="需要怎样修改，可以点上面常用的意见再改"
        maxLength={200}
        rows={2}
        className="control text-sm"
      />
    </>
  );
}
