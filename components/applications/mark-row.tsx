'use client';

import { type ReactNode, useId } from 'react';

type MarkRowProps = { label: string; value: ReactNode; comment: string | undefined; onMark?: (comment: string | null) => void };

/** One row of the application; marked, it asks what to correct. */
export function MarkRow({ label, value, comment, onMark }: MarkRowProps) {
  const id = useId();
  const marked = comment !== undefined;
  return (
    <div
      className={`grid grid-cols-[6.5em_1fr_auto] items-start border-b border-line-2 last:border-0 md:grid-cols-[9.5em_1fr_auto] ${marked ? 'border-l-4 border-l-accent bg-accent-soft pl-3' : ''}`}
    >
      <dt className="py-2 pr-3 text-ink-3">{label}</dt>
      <dd className="num min-w-0 py-2 break-words">{value}</dd>
      {onMark && (
        <dd>
          <button
            type="button"
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
          {onMark ? (
            <textarea
              // biome-ignore lint/a11y/noAutofocus: the reviewer has just asked for this box
              autoFocus
              aria-label={`${label}需要怎样修改`}
              value={comment}
              onChange={(event) => onMark(event.target.value)}
              placeholder="需要怎样修改，例如：与营业执照不一致，请按营业执照填写"
              maxLength={200}
              rows={2}
              className="block w-full rounded-md border border-line-3 bg-white px-3 py-2 text-sm"
            />
          ) : (
            <p className="text-accent">{comment}</p>
          )}
        </dd>
      )}
    </div>
  );
}
