'use client';

import { type ComponentProps, type ReactNode, useId, useRef } from 'react';
import { Button } from './button';

type DialogButtonProps = {
  label: string;
  look?: ComponentProps<typeof Button>['look'];
  size?: ComponentProps<typeof Button>['size'];
  /** A key that presses it where the page listens for keys. */
  shortcut?: string;
  children: ReactNode;
};

/**
 * A button that opens a dialog of the same name: native, so Escape closes it and focus stays inside. Browsers that know
 * `commandfor` open it before the page has come alive, and without a script.
 */
export function DialogButton({ label, look, size, shortcut, children }: DialogButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const title = `${id}title`;
  return (
    <>
      <Button look={look} size={size} shortcut={shortcut} {...command('show-modal', id)} onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <dialog
        id={id}
        ref={dialog}
        aria-labelledby={title}
        className="m-auto w-full max-w-lg rounded-lg border border-line p-0 backdrop:bg-ink/60"
      >
        <div className="flex items-center gap-4 border-b border-line-2 px-5 py-3">
          <h2 id={title} className="text-lg font-strong">
            {label}
          </h2>
          <Button look="quiet" size="small" className="ml-auto" {...command('close', id)} onClick={() => dialog.current?.close()}>
            取消
          </Button>
        </div>
        <div className="p-5">{children}</div>
      </dialog>
    </>
  );
}

// React's types do not know these attributes yet; React passes them on.
function command(what: 'show-modal' | 'close', target: string) {
  return { command: what, commandfor: target };
}
