'use client';

import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import * as z from 'zod/mini';
import type { ActionState } from '@/lib/actions/action-state';
import type { SmsPurpose } from '@/lib/generated/prisma/enums';
import { keepInTab, takeFromTab } from './stash';

/** As long as a code is good. */
const KEPT_MS = 5 * 60_000;
const keptSchema = z.object({ flow: z.string(), phone: z.string(), until: z.number() });

/**
 * The number of the last SMS that was sent: one that is refused afterwards leaves it good. Kept in the tab with the phone, because
 * a phone that shows the SMS may load the page anew afterwards.
 */
export function useSentCode(purpose: SmsPurpose, { data }: ActionState): string | undefined {
  const { getValues, setValue } = useFormContext();
  const [flow, setFlow] = useState(data?.flow);
  const place = `code:${purpose}`;
  useEffect(() => {
    if (!data?.flow) return;
    setFlow(data.flow);
    keepInTab(place, { flow: data.flow, phone: getValues('phone'), until: Date.now() + KEPT_MS });
  }, [data, getValues, place]);
  useEffect(() => {
    const kept = keptSchema.safeParse(takeFromTab(place)).data;
    if (!kept || kept.until < Date.now()) return;
    keepInTab(place, kept);
    setFlow((now) => now ?? kept.flow);
    if (!getValues('phone')) setValue('phone', kept.phone);
  }, [getValues, place, setValue]);
  return data?.flow ?? flow;
}
