'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';
import { formatBytes } from '@/lib/uploads/format-bytes';
import type { FileView } from '@/lib/uploads/views';
import { PreviewDialog } from './preview-dialog';

type FileCardProps = { file: FileView; number: number; count: number; remove: FormAction; move: FormAction; replace: ReactNode };

/** An accepted file with the picture of its first page. */
export function FileCard({ file, number, count, remove, move, replace }: FileCardProps) {
  return (
    <div className="rounded-md border border-line">
      <PreviewDialog file={file} trigger={<FirstPage file={file} />} />
      <div className="border-t border-line-2 px-3 py-2">
        <p className="truncate text-sm font-semibold" title={file.name}>
          {count > 1 && `第 ${number} 页 · `}
          {file.name}
        </p>
        <p className="num text-xs text-ink-3">
          {file.isPdf ? `PDF，${file.pages.length} 页` : '图片'} · {formatBytes(file.bytes)}
        </p>
        <div className="-mx-2 flex flex-wrap items-center">
          {replace}
          <ActionForm action={remove} hidden={{ fileId: file.id }}>
            <SubmitButton look="quiet" size="small" waiting="移除…" aria-label={`移除 ${file.name}`}>
              移除
            </SubmitButton>
          </ActionForm>
          {count > 1 && (
            <div className="ml-auto flex">
              <MoveButton file={file} by="-1" move={move} disabled={number === 1} />
              <MoveButton file={file} by="1" move={move} disabled={number === count} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

function FirstPage({ file }: { file: FileView }) {
  const [first] = file.pages;
  return (
    // biome-ignore lint/performance/noImgElement: private pictures go through the policy, not through an optimiser
    <img
      src={`/api/files/${file.id}/pages/1`}
      width={first?.width}
      height={first?.height}
      alt={`${file.name} 第 1 页`}
      className="mx-auto h-44 w-auto object-contain"
    />
  );
}

function MoveButton({ file, by, move, disabled }: { file: FileView; by: '-1' | '1'; move: FormAction; disabled: boolean }) {
  const Arrow = by === '-1' ? ArrowLeft : ArrowRight;
  return (
    <ActionForm action={move} hidden={{ fileId: file.id, by }}>
      <SubmitButton
        look="quiet"
        size="small"
        disabled={disabled}
        waiting="…"
        aria-label={`${file.name} ${by === '-1' ? '前移一页' : '后移一页'}`}
      >
        <Arrow aria-hidden="true" className="size-4" />
      </SubmitButton>
    </ActionForm>
  );
}
