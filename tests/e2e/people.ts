import type { Page } from '@playwright/test';
import { STAFF_PASSWORD } from '../../prisma/seed/people';
import { signIn } from './fixtures';

const phones = { reviewer: '13900000001', finance: '13900000002', overseer: '13900000003', admin: '13900000004' } as const;

export type Staff = keyof typeof phones;

export async function signInAsStaff(page: Page, role: Staff): Promise<void> {
  await signIn(page, phones[role], STAFF_PASSWORD);
}
