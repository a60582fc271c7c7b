'use client';

import { useState } from 'react';
import { controlClass } from '@/components/form/field';
import { Button } from '@/components/ui/button';

/** A plain form: the browser sends the file itself, with or without a script. */
export function UploadForm() {
  const [sending, setSending] = useState(false);
  return (
    <form
      action="/api/uploads/statement"
      method="post"
      encType="multipart/form-data"
      onSubmit={() => setSending(true)}
      className="flex flex-wrap items-end gap-4"
    >
      <div className="min-w-0 flex-1 basis-80">
        <label htmlFor="statement" className="mb-1.5 block text-[15px] font-semibold">
          银行对账单
          <small className="ml-1.5 text-xs font-normal text-ink-3">.xlsx 或 .csv，不超过 10 MB</small>
        </label>
        <input id="statement" type="file" name="statement" accept=".xlsx,.csv,.txt" required className={controlClass} />
      </div>
      <Button type="submit" aria-disabled={sending || undefined} onClick={(event) => sending && event.preventDefault()}>
        {sending ? '正在上传…' : '上传对账单'}
      </Button>
      {sending && (
        <label className="block w-full text-[15px] text-ink-2">
          正在上传、读取并逐笔查找是哪家单位的会费，一千笔大约几秒，请不要关闭这一页…
          <progress className="mt-1.5 block h-2.5 w-full accent-brand" />
        </label>
      )}
    </form>
  );
}
