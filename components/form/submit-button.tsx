'use client';

import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { useFormContext } from './form-context';

/** Sends its form; while that is under way it says so and takes no second click. */
export function SubmitButton({ children, waiting = '正在提交…', ...rest }: ComponentProps<typeof Button> & { waiting?: string }) {
  const { pending } = useFormContext();
  return (
    <Button type="submit" aria-disabled={pending || undefined} onClick={(event) => pending && event.preventDefault()} {...rest}>
      {pending ? waiting : children}
    </Button>
  );
}
