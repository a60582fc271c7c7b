'use client';

import { useEffect, useRef, useState } from 'react';
import { ConflictPanel } from '@/components/drafts/conflict-panel';
import { beforeConflicts } from '@/components/drafts/ledger';
import { useFormContext } from '@/components/form/form-context';
import type { FormValue, FormValues } from '@/lib/actions/action-state';

type EditConflictsProps = { stored: FormValues; labels: Record<string, string>; words: (unit: string, value: FormValue) => string };

/**
 * Sends along what the form was opened with, so that nobody's change is overwritten unseen, and shows what a colleague
 * has changed too. The buttons send the form, with or without a script.
 */
export function EditConflicts({ stored, labels, words }: EditConflictsProps) {
  const { state } = useFormContext();
  const [base] = useState(stored); // a newer page must not look as if somebody had typed the old values
  const place = useRef<HTMLDivElement>(null);
  const conflicts = state.conflicts ?? [];
  const seen = conflicts.map(({ unit, theirs }) => ({ unit, theirs }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a reason to look
  useEffect(() => {
    if (conflicts.length) place.current?.focus();
  }, [state]);
  return (
    <>
      <input type="hidden" name="opened" value={JSON.stringify({ bases: beforeConflicts([base], conflicts), conflicts: seen })} />
      <div ref={place} role="status" tabIndex={-1} className="outline-none empty:hidden">
        <ConflictPanel conflicts={conflicts} labels={labels} words={words} />
      </div>
    </>
  );
}
