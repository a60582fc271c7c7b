'use client';

import { ActionForm } from '@/components/form/action-form';
import { Field, useControl } from '@/components/form/field';
import { useFormContext, valueAt } from '@/components/form/form-context';
import { SavedNote } from '@/components/form/saved-note';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';
import type { Option } from '@/lib/dictionaries/option';

export type WordChoice = { label: string; dictionary: string; count: number; choice: string; options: readonly Option[] };

/** Each word that no dictionary has: another way to write an entry, or a new entry. */
export function WordsForm({ action, importId, words }: { action: FormAction; importId: string; words: readonly WordChoice[] }) {
  const labels = Object.fromEntries(words.map(({ label, dictionary }, index) => [`words.${index}`, `${dictionary}：${label}`]));
  return (
    <ActionForm action={action} hidden={{ importId }} labels={labels} className="flex flex-col gap-4">
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {words.map((word, index) => (
          <WordField key={`${word.dictionary} ${word.label}`} name={`words.${index}`} {...word} />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton look="secondary">保存选择</SubmitButton>
        <SavedNote />
      </div>
    </ActionForm>
  );
}

function WordField({ name, label, dictionary, count, choice, options }: WordChoice & { name: string }) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  const chosen = typeof typed === 'string' ? typed : choice;
  return (
    <Field name={name} label={`${dictionary}：${label}`} hint={`${count} 家`} required>
      {/* A form that was sent is reset to what each select was made with: another choice is another select. */}
      <select key={chosen} {...useControl(name, true)} name={name} defaultValue={chosen} className="control">
        <option value="">请选择</option>
        <option value="new">作为新的选项加入</option>
        <optgroup label="就是已有的">
          {options.map(({ code, label: text }) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </optgroup>
      </select>
    </Field>
  );
}
