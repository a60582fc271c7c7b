'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';

type FileInput = { name: string; label: string; hint: string; accept: string; required?: boolean };
type Props = {
  action: string;
  files: readonly FileInput[];
  button: string;
  /** What goes on while it is sent and read, where that takes a while. */
  waiting?: string;
  children?: ReactNode;
};

/** Workbooks of staff by a plain form: the browser sends the files itself, with or without a script. */
export function WorkbookUpload({ action, files, button, waiting, children }: Props) {
  const [sending, setSending] = useState(false);
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={() => setSending(true)}
      className="flex max-w-xl flex-col gap-5"
    >
      {files.map((file) => (
        <FileField key={file.name} {...file} />
      ))}
      {children}
      <div>
        <Button type="submit" aria-disabled={sending || undefined} onClick={(event) => sending && event.preventDefault()}>
          {sending ? '正在上传…' : button}
        </Button>
      </div>
      {sending && waiting && (
        <label className="block text-[15px] text-ink-2">
          {waiting}
          <progress className="mt-1.5 block h-2.5 w-full accent-brand" />
        </label>
      )}
    </form>
  );
}

function FileField({ name, label, hint, accept, required }: FileInput) {
  return (
    <div>
      <label htmlFor={name} className="mb-1.5 block text-[15px] font-semibold">
        {required && (
          <span aria-hidden="true" className="mr-0.5 text-bad">
            *
          </span>
        )}
        {label}
        <small className="ml-1.5 text-xs font-normal text-ink-3">{hint}</small>
      </label>
      <input id={name} type="file" name={name} accept={accept} required={required} className="control" />
    </div>
  );
}
