import { Check } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { StepStatus } from '@/lib/applications/journey';
import { type StepId, steps } from '@/lib/applications/steps';

type StepBarProps = { journey: readonly StepStatus[]; current: StepId; query: string };

/** The five steps, each with its state in words; on a phone the current one is spelled out. Open ones are links. */
export function StepBar({ journey, current, query }: StepBarProps) {
  return (
    <nav aria-label="入会步骤" className="mb-6">
      <ol className="flex overflow-hidden rounded-lg border border-line bg-white md:grid md:grid-cols-5">
        {steps.map(({ id, path, title }, index) => {
          const status = journey.find((step) => step.id === id);
          const isCurrent = id === current;
          const content = (
            <>
              <StepMark number={index + 1} done={status?.done ?? false} current={isCurrent} />
              <span className={`leading-tight ${isCurrent ? 'font-strong' : 'max-md:sr-only'}`}>
                {title}
                <small className="block text-xs font-normal">{status?.text}</small>
              </span>
            </>
          );
          const look = `flex h-full min-h-16 items-center gap-3 px-2 no-underline max-md:justify-center md:px-4 ${isCurrent ? 'text-brand-strong' : status?.done ? 'text-ink' : 'text-ink-3'}`;
          return (
            <li
              key={id}
              aria-current={isCurrent ? 'step' : undefined}
              className={`border-l border-line-2 first:border-l-0 ${isCurrent ? 'grow-[3] bg-brand-soft shadow-[inset_0_-3px_var(--color-accent)]' : 'grow'}`}
            >
              {status?.open && !isCurrent ? (
                <Link href={`${path}${query}`} className={`${look} hover:bg-ground`}>
                  {content}
                </Link>
              ) : (
                <div className={look}>{content}</div>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function StepMark({ number, done, current }: { number: number; done: boolean; current: boolean }) {
  const look = current ? 'border-brand bg-brand text-white' : done ? 'border-ok bg-ok text-white' : 'border-line';
  return (
    <b className={`grid size-6.5 flex-none place-items-center rounded-full border-[1.5px] text-sm font-semibold ${look}`}>
      {done && !current ? <Check aria-label="已完成" className="size-4" /> : number}
    </b>
  );
}
