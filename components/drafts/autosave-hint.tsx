'use client';

import { useHydrated } from '@/components/form/use-hydrated';

/** What becomes of what one types: by itself where a script runs, by the button elsewhere. */
export function AutosaveHint() {
  return `${useHydrated() ? '填写的内容会自动保存' : '按“保存并继续”保存'}，退出后再次登录将回到这一页。`;
}
