'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Opens its content over the page; Escape and 关闭 close it. The content is there only while it is open. */
export function PreviewDialog({ title, trigger, children }: { title: string; trigger: ReactNode; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  function show() {
    setOpen(true);
    dialog.current?.showModal();
  }
  return (
    <>
      <button
        type="button"
        onClick={show}
        aria-label={`查看 ${title}`}
        className="block w-full rounded-t-md bg-[#e6ebf0] p-2 hover:brightness-95"
      >
        {trigger}
      </button>
      <dialog
        ref={dialog}
        onClose={() => setOpen(false)}
        aria-label={title}
        className="m-auto w-full max-w-4xl rounded-lg p-0 backdrop:bg-ink/60"
      >
        <div className="sticky top-0 flex items-center gap-4 border-b border-line bg-white px-4 py-2">
          <p className="min-w-0 flex-1 truncate font-semibold">{title}</p>
          <Button look="secondary" size="small" onClick={() => dialog.current?.close()}>
            关闭
          </Button>
        </div>
        <div className="bg-[#e6ebf0] p-4">{open && children}</div>
      </dialog>
    </>
  );
}
