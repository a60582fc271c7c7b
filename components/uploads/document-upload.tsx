'use client';

import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ChangeEvent, useRef, useState } from 'react';
import type { FormAction } from '@/lib/actions/action-state';
import { refusalTexts } from '@/lib/copy/uploads';
import type { FileKind } from '@/lib/generated/prisma/enums';
import { MAX_BYTES } from '@/lib/uploads/limits';
import type { FileView } from '@/lib/uploads/views';
import { FileCard } from './file-card';
import { type Transfer, TransferRow } from './transfer-row';
import { uploadFile } from './upload-file';

type DocumentUploadProps = {
  applicationId: string;
  kind: FileKind;
  label: string;
  files: readonly FileView[];
  remove: FormAction;
  move: FormAction;
};

const ACCEPT = 'application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp';

/** One document: its files in order, each with its picture, and the way to add, replace, move and remove. */
export function DocumentUpload({ applicationId, kind, label, files, remove, move }: DocumentUploadProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const replacing = useRef<string | undefined>(undefined);
  const sendings = useRef(0);
  const [transfers, setTransfers] = useState<readonly Transfer[]>([]);
  const hasPdf = files.some(({ isPdf }) => isPdf);

  function choose(replaces?: string) {
    replacing.current = replaces;
    if (input.current) input.current.multiple = !replaces;
    input.current?.click();
  }

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.target.files ?? [])];
    const replaces = replacing.current;
    event.target.value = '';
    // One after the other, so that they keep their order.
    for (const file of chosen) await send(file, replaces);
  }

  async function send(file: File, replaces?: string) {
    const id = String(++sendings.current); // randomUUID exists only on https and localhost
    const control = new AbortController();
    const change = (part: Partial<Transfer>) => setTransfers((rows) => rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
    const dismiss = () => setTransfers((rows) => rows.filter((row) => row.id !== id));
    setTransfers((rows) => [...rows, { id, name: file.name, share: 0, error: null, cancel: () => control.abort(), dismiss }]);
    try {
      requireSendable(file);
      await uploadFile({ applicationId, kind, file, replaces }, (share) => change({ share }), control.signal);
      dismiss();
      router.refresh();
    } catch (error) {
      if (control.signal.aborted) dismiss();
      else change({ error: error instanceof Error ? error.message : refusalTexts.cut });
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <ol className="grid gap-4 empty:hidden sm:grid-cols-2 lg:grid-cols-3">
        {files.map((file, index) => (
          <li key={file.id}>
            <FileCard file={file} number={index + 1} count={files.length} remove={remove} move={move} onReplace={() => choose(file.id)} />
          </li>
        ))}
      </ol>
      <ul aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {transfers.map((transfer) => (
          <TransferRow key={transfer.id} {...transfer} />
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        onChange={take}
        className="sr-only"
        tabIndex={-1}
        aria-label={`选择${label}文件`}
        id={`file-${kind}`}
      />
      {!hasPdf && (
        <button
          type="button"
          onClick={() => choose()}
          className="flex min-h-16 w-full items-center justify-center gap-2.5 rounded-md border border-dashed border-brand px-4 font-semibold text-brand hover:bg-brand-soft"
        >
          <Upload aria-hidden="true" className="size-5" />
          {files.length ? `继续添加${label}的下一页` : `上传${label}`}
        </button>
      )}
    </div>
  );
}

function requireSendable(file: File): void {
  if (/\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type)) throw new Error(refusalTexts.heic);
  if (!ACCEPT.split(',').includes(file.type)) throw new Error(refusalTexts.type);
  if (!file.size) throw new Error(refusalTexts.empty);
  if (file.size > MAX_BYTES) throw new Error(refusalTexts.tooLarge);
}
