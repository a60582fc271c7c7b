'use client';

import { useState } from 'react';
import { controlClass } from '@/components/form/field';
import { Button } from '@/components/ui/button';

/** A plain form: the browser sends the files itself, with or without a script. */
export function UploadForm() {
  const [sending, setSending] = useState(false);
  return (
    <form
      action="/api/uploads/import"
      method="post"
      encType="multipart/form-data"
      onSubmit={() => setSending(true)}
      className="flex max-w-xl flex-col gap-5"
    >
      <FileField name="workbook" label="填好的工作簿" hint=".xlsx，不超过 10 MB" accept=".xlsx" required />
      <FileField name="scans" label="扫描件" hint="选填，zip，不超过 200 MB" accept=".zip" />
      <p className="-mt-3 text-sm text-ink-3">
        扫描件按信用代码命名，例如 91110000600001760P.pdf（营业执照）、91110000600001760P-申请表.pdf、91110000600001760P-承诺书.pdf。
      </p>
      <p className="text-[15px] text-ink-2">上传后只是检查，不会导入任何内容，也不会给任何人发短信。</p>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" aria-disabled={sending || undefined} onClick={(event) => sending && event.preventDefault()}>
          {sending ? '正在上传…' : '上传并检查'}
        </Button>
      </div>
    </form>
  );
}

type FileFieldProps = { name: string; label: string; hint: string; accept: string; required?: boolean };

function FileField({ name, label, hint, accept, required }: FileFieldProps) {
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
      <input id={name} type="file" name={name} accept={accept} required={required} className={controlClass} />
    </div>
  );
}
