import type { FactorStep } from '../access/actor';

const paths: Record<FactorStep, string> = {
  enrol: '/second-factor/enrol',
  prove: '/second-factor',
  keepCodes: '/second-factor/recovery-codes',
};

/** The page on which staff do what is left to do, and from which they come to where they wanted to go. */
export function factorPath(step: FactorStep, next: string): string {
  return next ? `${paths[step]}?${new URLSearchParams({ next })}` : paths[step];
}
