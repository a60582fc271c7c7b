'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { FileView } from '@/lib/uploads/views';
import { PageViewer } from './page-viewer';

/** Shows a file's pages over the page; Escape and 关闭 close it. The pages are there only while it is open. */
export function PreviewDialog({ file, trigger }: { file: FileView; trigger: ReactNode }) {
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
        aria-label={`查看 ${file.name}`}
        className="block w-full rounded-t-md bg-[#e6ebf0] p-2 hover:brightness-95"
      >
        {trigger}
      </button>
      <dialog
        ref={dialog}
        onClose={() => setOpen(false)}
        aria-label={file.name}
        className="m-auto w-full max-w-4xl overflow-hidden rounded-lg p-0 backdrop:bg-ink/60"
      >
        <div className="flex items-center gap-4 border-b border-line bg-white px-4 py-2">
          <p className="min-w-0 flex-1 truncate font-semibold">{file.name}</p>
          <Button look="secondary" size="small" onClick={() => dialog.current?.close()}>
            关闭
          </Button>
        </div>
        {open && <PageViewer files={[file]} title={file.name} atOnce className="h-[80vh]" />}
      </dialog>
    </>
  );
}
