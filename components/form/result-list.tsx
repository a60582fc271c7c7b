'use client';

import { useFormContext } from './form-context';

/** What became of each of many, inside an ActionForm whose answer tells of them one by one. */
export function ResultList() {
  const { state } = useFormContext();
  const lines = Object.entries(state.data ?? {});
  if (!lines.length) return null;
  return (
    <ul role="status" className="max-h-80 w-full divide-y divide-line-2 overflow-y-auto rounded-md border border-line bg-white">
      {lines.map(([id, line]) => (
        <li key={id} className="num px-4 py-2">
          {line}
        </li>
      ))}
    </ul>
  );
}
