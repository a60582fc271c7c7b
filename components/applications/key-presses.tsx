'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

/** `leads`: there are many of these; the key only leads to the first, Tab and Enter go on. */
type KeyPressesProps = { keys: readonly { key: string; what: string; leads?: true }[] };

/**
 * The keys of a page: each presses the first thing that carries it as `data-key`. Not while somebody types, a dialog is
 * open or a modifier is held; whatever a key does can be reached by Tab as well. `?` shows them.
 */
export function KeyPresses({ keys }: KeyPressesProps) {
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]')
      )
        return;
      if (event.key === '?') {
        event.preventDefault();
        help.current?.showModal();
        return;
      }
      const known = keys.find(({ key }) => key === event.key);
      const found = known && document.querySelector(`[data-key="${known.key}"]`);
      if (!(found instanceof HTMLElement)) return;
      event.preventDefault();
      found.focus();
      if (!known?.leads) found.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys]);
  return (
    <>
      <Button look="quiet" size="small" className="max-md:hidden" onClick={() => help.current?.showModal()}>
        快捷键 ?
      </Button>
      <dialog ref={help} aria-label="快捷键" className="m-auto w-full max-w-sm rounded-lg border border-line p-5 backdrop:bg-ink/60">
        <dl className="mb-4 grid grid-cols-[3rem_1fr] gap-y-2">
          {keys.map(({ key, what }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-line-3 px-2 py-0.5">{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Button look="secondary" onClick={() => help.current?.close()}>
          关闭
        </Button>
      </dialog>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
