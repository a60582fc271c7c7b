'use client';

import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useHydrated } from '@/components/form/use-hydrated';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/actions/action-state';
import { refusalTexts } from '@/lib/copy/uploads';
import type { FileKind } from '@/lib/generated/prisma/enums';
import { MAX_BYTES } from '@/lib/uploads/limits';
import type { FileView } from '@/lib/uploads/views';
import { FileCard } from './file-card';
import { ACCEPT, fileInputClass, PlainForm, PlainReplace } from './plain-form';
import { type Transfer, TransferRow } from './transfer-row';
import { type FileOwner, uploadFile } from './upload-file';

type DocumentUploadProps = {
  owner: FileOwner;
  kind: FileKind;
  label: string;
  files: readonly FileView[];
  remove: FormAction;
  move: FormAction;
  /** Why files were not taken that came by the plain form. */
  refused?: readonly string[];
};

/** One document: its files in order, each with its picture, and the way to add, replace, move and remove. */
export function DocumentUpload({ owner, kind, label, files, remove, move, refused = [] }: DocumentUploadProps) {
  const router = useRouter();
  const hydrated = useHydrated();
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

  // Chosen before the page came alive: no event tells of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come alive
  useEffect(() => {
    if (input.current?.files?.length) void take(input.current);
  }, []);

  async function take(from: HTMLInputElement) {
    const chosen = [...(from.files ?? [])];
    const replaces = replacing.current;
    from.value = '';
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
      await uploadFile({ owner, kind, file, replaces }, (share) => change({ share }), control.signal);
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
            <FileCard
              file={file}
              number={index + 1}
              count={files.length}
              remove={remove}
              move={move}
              replace={
                hydrated ? (
                  <Button look="quiet" size="small" onClick={() => choose(file.id)} aria-label={`替换 ${file.name}`}>
                    替换
                  </Button>
                ) : (
                  <PlainReplace owner={owner} file={file} />
                )
              }
            />
          </li>
        ))}
      </ol>
      <ul aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {transfers.map((transfer) => (
          <TransferRow key={transfer.id} {...transfer} />
        ))}
      </ul>
      {refused.map((text) => (
        <p key={text} role="alert" className="rounded-md border-l-4 border-bad bg-bad-soft px-4 py-3 text-[15px]">
          {text}
        </p>
      ))}
      <PlainForm owner={owner} kind={kind} className={hasPdf ? 'contents' : 'flex flex-wrap items-center gap-3'}>
        <input
          ref={input}
          type="file"
          name="file"
          multiple
          accept={ACCEPT}
          onChange={(event) => void take(event.target)}
          className={inputClass(hydrated, hasPdf)}
          tabIndex={hydrated ? -1 : undefined}
          aria-label={`选择${label}文件`}
          id={`file-${kind}`}
        />
        {!hasPdf && (
          <button
            type={hydrated ? 'button' : 'submit'}
            onClick={() => hydrated && choose()}
            className="flex min-h-16 flex-1 items-center justify-center gap-2.5 rounded-md border border-dashed border-brand px-4 font-semibold text-brand hover:bg-brand-soft"
          >
            <Upload aria-hidden="true" className="size-5" />
            {files.length ? `继续添加${label}的下一页` : `上传${label}`}
          </button>
        )}
      </PlainForm>
    </div>
  );
}

// The button opens the browser's chooser; where no script does that, the input is there to be seen.
function inputClass(hydrated: boolean, hasPdf: boolean): string {
  if (hydrated) return 'sr-only';
  return hasPdf ? 'hidden' : `${fileInputClass} sm:w-auto`;
}

function requireSendable(file: File): void {
  if (/\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type)) throw new Error(refusalTexts.heic);
  if (!ACCEPT.split(',').includes(file.type)) throw new Error(refusalTexts.type);
  if (!file.size) throw new Error(refusalTexts.empty);
  if (file.size > MAX_BYTES) throw new Error(refusalTexts.tooLarge);
}
