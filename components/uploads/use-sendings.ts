'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { refusalTexts } from '@/lib/copy/uploads';
import type { FileKind } from '@/lib/generated/prisma/enums';
import { prepareFile } from './prepare-file';
import type { Transfer } from './transfer-row';
import { type FileOwner, uploadFile } from './upload-file';

type Target = { owner: FileOwner; kind: FileKind };

/** The files of one document on their way: one after the other, so that they keep their order, whenever they were chosen. */
export function useSendings(target: Target) {
  const router = useRouter();
  const [transfers, setTransfers] = useState<readonly Transfer[]>([]);
  const count = useRef(0);
  const last = useRef<Promise<void>>(Promise.resolve());

  function send(file: File, replaces?: string): Promise<void> {
    const id = String(++count.current); // randomUUID exists only on https and localhost
    const control = new AbortController();
    const change = (part: Partial<Transfer>) => setTransfers((rows) => rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
    const dismiss = () => setTransfers((rows) => rows.filter((row) => row.id !== id));
    const cancel = () => {
      control.abort();
      dismiss();
    };
    setTransfers((rows) => [...rows, { id, name: file.name, share: null, error: null, cancel, dismiss }]);
    last.current = last.current.then(async () => {
      if (control.signal.aborted) return;
      change({ share: 0 });
      try {
        await uploadFile({ ...target, file: await prepareFile(file), replaces }, (share) => change({ share }), control.signal);
        dismiss();
        router.refresh();
      } catch (error) {
        if (control.signal.aborted) dismiss();
        else change({ error: error instanceof Error ? error.message : refusalTexts.cut });
      }
    });
    return last.current;
  }
  return { transfers, send };
}
