'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type FieldValues, type UseFormReturn, useFormContext as useHookForm, useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import { Form, type FormProps } from '@/components/form/form';
import { useFormContext } from '@/components/form/form-context';
import { keepInTab, takeFromTab } from '@/components/form/stash';
import { useHydrated } from '@/components/form/use-hydrated';
import { Note } from '@/components/ui/note';
import type { Conflict, FormValue, FormValues } from '@/lib/actions/action-state';
import { type DraftStep, pickFields } from '@/lib/applications/answers';
import { namesOf, readUnit } from '@/lib/applications/merge-answers';
import { CONFLICTS_ID, ConflictPanel } from './conflict-panel';
import { DraftProvider, useDraftSaver, useDraftView } from './draft-context';
import { DraftSaver } from './draft-saver';
import { beforeConflicts, type Stash } from './ledger';
import type { Page } from './page';
import { TroubleBar } from './trouble-bar';

type DraftFormProps = Omit<FormProps, 'hidden' | 'prepare' | 'schema'> & DraftProps & { schema: z.ZodMiniObject };

type DraftProps = {
  /** Whose draft: what the form and each save carry to say so. */
  record: Record<string, string>;
  step: DraftStep;
  /** What is stored; `values`, which the form shows, may be more where something is filled in for the person. */
  stored: FormValues;
  version: number;
  values: FormValues;
  labels: Record<string, string>;
  /** A value of a unit as people read it. */
  words: (unit: string, value: FormValue) => string;
};

/** A form that takes a while: what is typed saves itself, valid or not, and nobody's change is overwritten unseen. */
export function DraftForm({ record, step, stored, version, words, children, ...form }: DraftFormProps) {
  const [fields] = useState(() => Object.keys(form.schema.shape));
  const [saver] = useState(() => new DraftSaver({ record, step, fields, shown: pickFields(step, fields, form.values), stored, version }));
  const [asked, setAsked] = useState(0);
  function prepare(data: FormData): boolean {
    if (saver.getView().conflicts.length) {
      setAsked((count) => count + 1);
      return false;
    }
    data.set('opened', saver.handOver());
    return true;
  }
  const draft = { record, step, fields, stored, version, words, values: form.values, labels: form.labels };
  return (
    <DraftProvider value={saver}>
      <Form {...form} hidden={record} prepare={prepare}>
        <DraftKeeper {...draft} asked={asked} />
        {children}
        <TroubleBar />
      </Form>
    </DraftProvider>
  );
}

type KeeperProps = DraftProps & { fields: readonly string[]; asked: number };

/** Ties the saver to the form and the page, and shows what there is to decide. */
function DraftKeeper({ record, step, fields, stored, version, values, labels, words, asked }: KeeperProps) {
  const saver = useDraftSaver();
  const { getValues, setValue, subscribe } = useHookForm();
  const { state } = useFormContext();
  const router = useRouter();
  const hydrated = useHydrated();
  const [restored, setRestored] = useState(false);
  const name = `${Object.values(record).join(':')}:${step}`;
  const [served] = useState(state.conflicts ?? []);

  useEffect(() => {
    const place = `draft:${name}`;
    const page: Page = {
      ...formPage({ getValues, setValue }, step, fields),
      keep: (stash) => keepInTab(place, stash),
      heardVersion: (heard) => sessionStorage.setItem(`version:${name}`, String(heard)),
    };
    setRestored(saver.open(page, served, stashIn(place)));
    const unsubscribe = subscribe({ formState: { values: true }, callback: () => saver.changed() });
    return () => {
      unsubscribe();
      saver.close();
    };
  }, [saver, getValues, setValue, subscribe, step, fields, name, served]);

  useEffect(() => {
    const leave = () => saver.flush();
    const turn = () => (document.visibilityState === 'hidden' ? saver.flush() : saver.retry());
    const back = () => saver.retry();
    const settle = () => saver.settle();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('online', back);
    document.addEventListener('focusout', settle);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('online', back);
      document.removeEventListener('focusout', settle);
    };
  }, [saver]);

  useEffect(() => saver.heard(state), [saver, state]);

  // A page from the router's memory, or one asked for while a save was on its way, is older than what this tab has heard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version is news
  useEffect(() => {
    if (version < Number(sessionStorage.getItem(`version:${name}`))) router.refresh();
    else saver.refresh(version, stored);
  }, [version]);

  return (
    <>
      {hydrated ? (
        <LiveConflicts labels={labels} words={words} step={step} fields={fields} asked={asked} />
      ) : (
        <>
          {/* What the Enter key presses: the first button of a form, which else would be one beside a row. */}
          <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
          <input type="hidden" name="opened" value={openedWithoutScript(values, stored, served)} />
          <ConflictPanel conflicts={served} labels={labels} words={words} />
        </>
      )}
      {restored && <Note tone="ok" title="已恢复上次没有保存的内容。" />}
    </>
  );
}

type PanelProps = Pick<KeeperProps, 'labels' | 'words' | 'step' | 'fields'>;

/** Heard by a screen reader when something is to be decided, and gone to when the button is pressed before that. */
function LiveConflicts({ asked, ...panel }: PanelProps & { asked: number }) {
  const { conflicts } = useDraftView();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) place.current?.focus();
  }, [asked]);
  return (
    <div ref={place} id={CONFLICTS_ID} role="status" tabIndex={-1} className="outline-none empty:hidden">
      {conflicts.length > 0 && <OpenConflicts conflicts={conflicts} {...panel} />}
    </div>
  );
}

/** One's own value as it is typed now. */
function OpenConflicts({ conflicts, step, fields, ...panel }: PanelProps & { conflicts: readonly Conflict[] }) {
  const saver = useDraftSaver();
  const typed = pickFields(step, fields, useWatch());
  const live = conflicts.map((conflict) => ({ ...conflict, mine: readUnit(typed, conflict.unit) }));
  return <ConflictPanel conflicts={live} onDecide={(units, choice) => saver.decide(units, choice)} {...panel} />;
}

function openedWithoutScript(values: FormValues, stored: FormValues, conflicts: readonly Conflict[]): string {
  const shown = conflicts.map(({ unit, theirs }) => ({ unit, theirs }));
  return JSON.stringify({ bases: beforeConflicts([values, stored], conflicts), conflicts: shown });
}

type HookForm = Pick<UseFormReturn<FieldValues>, 'getValues' | 'setValue'>;

function formPage(
  { getValues, setValue }: HookForm,
  step: DraftStep,
  fields: readonly string[],
): Pick<Page, 'read' | 'write' | 'isTyping'> {
  return {
    read: () => pickFields(step, fields, getValues()),
    isTyping(unit) {
      const field = document.activeElement?.getAttribute('name') ?? '';
      return namesOf(unit).some((name) => field === name || field.startsWith(`${name}.`));
    },
    write(units, values) {
      for (const unit of units) {
        const [field = '', row, column] = unit.split('.');
        if (row !== undefined && column === undefined) setValue(field, values[field]);
        else if (column !== undefined) setValue(unit, readUnit(values, unit) ?? '');
        else for (const name of namesOf(unit)) setValue(name, values[name] ?? '');
      }
    },
  };
}

function stashIn(place: string): Stash | null {
  const kept = takeFromTab(place);
  return kept && isStash(kept) ? kept : null;
}

function isStash(kept: object): kept is Stash {
  return 'values' in kept && 'bases' in kept && Array.isArray(kept.bases);
}
