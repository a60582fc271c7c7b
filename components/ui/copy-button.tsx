'use client';

import { useState } from 'react';
import { Button } from './button';

/** Copies a text; says so for a moment. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await write(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <Button look="quiet" size="small" onClick={copy} aria-label={`复制${label}`}>
      <span aria-live="polite">{copied ? '已复制' : '复制'}</span>
    </Button>
  );
}

// The clipboard exists only on https and localhost; on a plain-http address the old way still works.
async function write(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
