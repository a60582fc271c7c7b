'use client';

import { Square, SquareCheck } from 'lucide-react';
import { ActionForm } from '@/components/form/action-form';
import { useFormContext } from '@/components/form/form-context';
import type { FormAction } from '@/lib/actions/action-state';
import { type CheckItem, checkItemNames, checkItems } from '@/lib/copy/review';

type CheckListProps = { applicationId: string; checks: Partial<Record<CheckItem, string>>; action: FormAction; editable: boolean };

/** What has been compared in this round, and by whom. An aid: nothing depends on it. */
export function CheckList({ applicationId, checks, action, editable }: CheckListProps) {
  return (
    <ul className="flex flex-col">
      {checkItemNames.map((item) => (
        <li key={item}>
          {editable ? (
            <ActionForm action={action} hidden={{ applicationId, item, checked: checks[item] ? 'false' : 'true' }}>
              <Tick item={item} by={checks[item]} />
            </ActionForm>
          ) : (
            <p className="flex items-center gap-2.5 py-1.5">
              <Box ticked={checks[item] !== undefined} />
              <span className="sr-only">{checks[item] ? '已核对：' : '未核对：'}</span>
              {checkItems[item]}
              {checks[item] && <small className="text-ink-3"> {checks[item]}</small>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Tick({ item, by }: { item: CheckItem; by: string | undefined }) {
  const { pending } = useFormContext();
  return (
    <button
      type="submit"
      aria-pressed={by !== undefined}
      data-key={by === undefined ? 't' : undefined}
      aria-disabled={pending || undefined}
      className="flex min-h-11 w-full items-center gap-2.5 text-left md:min-h-9"
    >
      <Box ticked={by !== undefined} />
      {checkItems[item]}
      {by && <small className="text-ink-3">{by}</small>}
    </button>
  );
}

function Box({ ticked }: { ticked: boolean }) {
  return ticked ? (
    <SquareCheck aria-hidden="true" className="size-5 flex-none text-ok" />
  ) : (
    <Square aria-hidden="true" className="size-5 flex-none text-ink-3" />
  );
}
