'use client';

import { labelOf } from '@/components/form/label-of';
import { SubmitButton } from '@/components/form/submit-button';
import { Note } from '@/components/ui/note';
import type { Conflict, FormValue } from '@/lib/actions/action-state';
import { type Choice, namesOf } from '@/lib/applications/merge-answers';

/** Where on the page the choice stands. */
export const CONFLICTS_ID = 'conflicts';

type ConflictPanelProps = {
  conflicts: readonly Conflict[];
  labels: Record<string, string>;
  /** A value as people read it: codes in words. */
  words: (unit: string, value: FormValue) => string;
  /** Left out where no script runs: then the buttons send the form. */
  onDecide?: (units: readonly string[], choice: Choice) => void;
};

const both = { mine: '用我的', theirs: '用对方的' } as const;

function unitLabel(unit: string, labels: Record<string, string>): string {
  return [...new Set(namesOf(unit).map((name) => labelOf(name, labels)))].join('、');
}

/** What somebody else changed while this form was open and this form too: both values, and the choice between them. */
export function ConflictPanel({ conflicts, labels, words, onDecide }: ConflictPanelProps) {
  if (!conflicts.length) return null;
  const all = conflicts.map(({ unit }) => unit);
  return (
    <Note tone="warn" title={`有 ${conflicts.length} 处，另一个窗口（或同事）也改过，请选择用哪一个`}>
      <p className="text-ink-2">您填写的内容都还在。没有选择之前，系统里保存的是对方的内容。</p>
      <ul className="mt-3 flex flex-col gap-3">
        {conflicts.map(({ unit, mine, theirs }, index) => (
          <li key={unit}>
            <fieldset className="rounded-md border border-line bg-white px-4 py-3">
              <legend className="px-1 font-semibold">{unitLabel(unit, labels)}</legend>
              {(['theirs', 'mine'] as const).map((choice) => (
                <label key={choice} className="flex min-h-11 items-start gap-2.5 py-2">
                  <input
                    type="radio"
                    name={`choice.${index}`}
                    value={choice}
                    onChange={() => onDecide?.([unit], choice)}
                    checked={onDecide ? false : undefined}
                    className="mt-1 size-5 flex-none accent-brand"
                  />
                  <span className="min-w-0 break-words whitespace-pre-line">
                    <b className="font-semibold">{both[choice]}：</b>
                    {words(unit, choice === 'mine' ? mine : theirs) || '（空）'}
                  </span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-3">
        {!onDecide && (
          <SubmitButton name="settle" value="chosen">
            按选择保存
          </SubmitButton>
        )}
        {(onDecide === undefined || conflicts.length > 1) &&
          (['theirs', 'mine'] as const).map((choice) => (
            <SubmitButton
              key={choice}
              name="settle"
              value={choice}
              type={onDecide ? 'button' : 'submit'}
              look="secondary"
              onClick={() => onDecide?.(all, choice)}
            >
              全部{both[choice]}
            </SubmitButton>
          ))}
      </div>
    </Note>
  );
}
