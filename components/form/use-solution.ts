'use client';

import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { SmsPurpose } from '@/lib/generated/prisma/enums';

// The server takes a solution for ten minutes from its challenge on.
const FRESH_MS = 9 * 60_000;
const SLOW_MS = 1000;

type Begun = { at: number; solution: Promise<string | null> };

/**
 * A solved challenge for the next SMS, begun as soon as the phone is being typed. `take` gives it away, once, or null
 * where this browser cannot solve any; `slow` says that the person has been waiting for it.
 */
export function useSolution(purpose: SmsPurpose): { take: () => Promise<string | null>; waiting: boolean; slow: boolean } {
  const phone: unknown = useWatch({ name: 'phone' });
  const begun = useRef<Begun | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [slow, setSlow] = useState(false);

  function begin(): Promise<string | null> {
    if (!begun.current || Date.now() - begun.current.at > FRESH_MS) begun.current = { at: Date.now(), solution: solve(purpose) };
    return begun.current.solution;
  }

  async function next(): Promise<string | null> {
    const solution = await begin();
    begun.current = null;
    return solution;
  }

  async function take(): Promise<string | null> {
    setWaiting(true);
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    // What failed while the phone was typed may succeed now.
    const solution = (await next()) ?? (await next());
    clearTimeout(timer);
    setWaiting(false);
    setSlow(false);
    return solution;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the phone is a reason to begin
  useEffect(() => {
    if (phone) void begin();
  }, [phone]);

  return { take, waiting, slow };
}

/** Loaded when it is needed: most visitors of a form with a phone have other things to do first. */
async function solve(purpose: SmsPurpose): Promise<string | null> {
  try {
    return await (await import('./solve-challenge')).solveChallenge(purpose);
  } catch {
    return null;
  }
}
