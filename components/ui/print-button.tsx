'use client';

import { Button } from './button';

/** Prints the page as the browser's own menu does. */
export function PrintButton() {
  return (
    <Button look="secondary" onClick={() => window.print()}>
      打印
    </Button>
  );
}
