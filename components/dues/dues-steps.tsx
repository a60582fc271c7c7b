import { formatMoment } from '@/lib/days';
import type { DuesStep } from '@/lib/dues/steps';

/** What happened to a year's dues, newest first. */
export function DuesSteps({ steps }: { steps: readonly DuesStep[] }) {
  return (
    <ol className="flex flex-col gap-3">
      {steps.toReversed().map(({ id, at, text, detail }) => (
        <li key={id} className="border-l-2 border-line pl-4">
          <p className="num font-semibold">{text}</p>
          {detail && <p className="text-ink-2">{detail}</p>}
          <time dateTime={at.toISOString()} className="num text-sm text-ink-3">
            {formatMoment(at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
