'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DraftSaver } from './draft-saver';
import type { DraftView } from './page';

const Context = createContext<DraftSaver | null>(null);

export const DraftProvider = Context;

export function useDraftSaver(): DraftSaver {
  const saver = useContext(Context);
  if (!saver) throw new Error('this stands outside of a DraftForm');
  return saver;
}

export function useDraftView(): DraftView {
  const saver = useDraftSaver();
  return useSyncExternalStore(saver.subscribe, saver.getView, saver.getView);
}
