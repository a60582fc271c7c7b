'use client';

import { useState } from 'react';
import { controlClass } from '@/components/form/field';
import { Button } from '@/components/ui/button';

/** A plain form: the browser sends the files itself, with or without a script. */
export function UploadForm() {
  const [sending, setSending] = useState(false);
  return (
    <form
      action="/api/uploads/receipts"
      method="post"
      encType="multipart/form-data"
      onSubmit={() => setSending(true)}
      className="flex max-w-xl flex-col gap-5"
    >
      <FileField name="workbook" label="已开票据的工作簿" hint=".xlsx，不超过 10 MB" accept=".xlsx" />
      <FileField name="pdfs" label="票据 PDF" hint="全部压缩成一个 zip，不超过 200 MB；文件名里要有票据号码" accept=".zip" />
      <p className="text-[15px] text-ink-2">上传后只是检查，不会登记，也不会通知任何人。</p>
      <div>
        <Button type="submit" aria-disabled={sending || undefined} onClick={(event) => sending && event.preventDefault()}>
          {sending ? '正在上传…' : '上传并检查'}
        </Button>
      </div>
    </form>
  );
}

function FileField({ name, label, hint, accept }: { name: string; label: string; hint: string; accept: string }) {
  return (
    <div>
      <label htmlFor={name} className="mb-1.5 block text-[15px] font-semibold">
        <span aria-hidden="true" className="mr-0.5 text-bad">
          *
        </span>
        {label}
        <small className="ml-1.5 text-xs font-normal text-ink-3">{hint}</small>
      </label>
      <input id={name} type="file" name={name} accept={accept} required className={controlClass} />
    </div>
  );
}
