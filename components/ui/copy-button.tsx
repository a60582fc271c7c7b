'use client';

import { useState } from 'react';
import { Button } from './button';

/** Copies a text; says for a moment whether it did. */
export function CopyButton({ text, label, shortcut }: { text: string; label: string; shortcut?: string }) {
  const [said, setSaid] = useState('复制');
  async function copy() {
    setSaid((await copyText(text)) ? '已复制' : '请选中后手动复制');
    setTimeout(() => setSaid('复制'), 2000);
  }
  return (
    <Button look="quiet" size="small" shortcut={shortcut} onClick={copy} aria-label={`复制${label}`}>
      <span aria-live="polite">{said}</span>
    </Button>
  );
}

/** The clipboard exists only on https and localhost, and may be refused; the old way often works then. */
export async function copyText(text: string): Promise<boolean> {
  const written = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return written || writeFromPage(text);
}

function writeFromPage(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const written = document.execCommand('copy');
  area.remove();
  return written;
}
