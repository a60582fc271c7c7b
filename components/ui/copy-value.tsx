'use client';

import { useState } from 'react';
import { copyText } from './copy-button';

type CopyValueProps = { text: string; label: string; shown?: string; shortcut?: string; className?: string };

/** A value that is copied by pressing it: many stand in a row, where a button beside each would be too much. */
export function CopyValue({ text, label, shown = text, shortcut, className = '' }: CopyValueProps) {
  const [said, setSaid] = useState('');
  async function copy() {
    setSaid((await copyText(text)) ? '已复制' : '请选中后手动复制');
    setTimeout(() => setSaid(''), 2000);
  }
  return (
    <button
      type="button"
      onClick={copy}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
      title={`复制${label}`}
      className={`num inline-flex min-h-11 cursor-copy items-center gap-1.5 rounded-md px-1.5 text-left hover:bg-brand-soft md:min-h-9 ${className}`}
    >
      <span className="underline decoration-line-3 decoration-dotted underline-offset-4">{shown}</span>
      <span className="sr-only">，复制{label}</span>
      <span aria-live="polite" className="text-xs font-semibold text-ok empty:hidden">
        {said}
      </span>
    </button>
  );
}
