'use client';

import { Camera, Upload } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useHydrated } from '@/components/form/use-hydrated';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/actions/action-state';
import type { FileKind } from '@/lib/generated/prisma/enums';
import type { FileView } from '@/lib/uploads/views';
import { FileCard } from './file-card';
import { ACCEPT, fileInputClass, PlainForm, PlainReplace } from './plain-form';
import { TransferRow } from './transfer-row';
import type { FileOwner } from './upload-file';
import { useSendings } from './use-sendings';

type DocumentUploadProps = {
  owner: FileOwner;
  kind: FileKind;
  label: string;
  files: readonly FileView[];
  remove: FormAction;
  move: FormAction;
  /** Files that each stand for themselves, any number and kind of them. */
  several?: boolean;
  /** Why files were not taken that came by the plain form. */
  refused?: readonly string[];
};

/** One document: its files in order, each with its picture, and the way to add, replace, move and remove. */
export function DocumentUpload({ owner, kind, label, files, remove, move, several = false, refused = [] }: DocumentUploadProps) {
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const replacing = useRef<string | undefined>(undefined);
  const { transfers, send } = useSendings({ owner, kind });
  const hasPdf = !several && files.some(({ isPdf }) => isPdf);

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
    await Promise.all(chosen.map((file) => send(file, replaces)));
  }

  // A camera calls every picture the same.
  function takePhotos(from: HTMLInputElement) {
    for (const photo of from.files ?? []) {
      void send(new File([photo], `${label}-${files.length + transfers.length + 1}.jpg`, { type: photo.type }));
    }
    from.value = '';
  }

  return (
    <div className="flex flex-col gap-4">
      <ol className="grid gap-4 empty:hidden sm:grid-cols-2 lg:grid-cols-3">
        {files.map((file, index) => (
          <li key={file.id}>
            <FileCard
              file={file}
              number={index + 1}
              count={several ? 1 : files.length}
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
            className="flex min-h-16 min-w-0 flex-1 items-center justify-center gap-2.5 rounded-md border border-dashed border-brand px-4 font-semibold text-brand hover:bg-brand-soft"
          >
            <Upload aria-hidden="true" className="size-5" />
            {files.length && !several ? `继续添加${label}的下一页` : `上传${label}`}
          </button>
        )}
      </PlainForm>
      {hydrated && !hasPdf && <CameraButton label={files.length ? '拍下一页' : '拍照上传'} of={label} take={takePhotos} />}
    </div>
  );
}

type CameraButtonProps = { label: string; of: string; take: (from: HTMLInputElement) => void };

/** Opens the camera, page after page; on phones and whatever else is touched. */
function CameraButton({ label, of, take }: CameraButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="md:pointer-fine:hidden">
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => take(event.target)}
        className="sr-only"
        tabIndex={-1}
        aria-label={`${of}的照片`}
      />
      <Button look="secondary" className="w-full" onClick={() => input.current?.click()} aria-label={`${label}：${of}`}>
        <Camera aria-hidden="true" className="size-5" />
        {label}
      </Button>
    </div>
  );
}

// The button opens the browser's chooser; where no script does that, the input is there to be seen.
function inputClass(hydrated: boolean, hasPdf: boolean): string {
  if (hydrated) return 'sr-only';
  return hasPdf ? 'hidden' : `${fileInputClass} sm:w-auto`;
}
