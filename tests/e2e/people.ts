import type { APIRequestContext, Page } from '@playwright/test';
import * as z from 'zod';
import { STAFF_PASSWORD } from '../../prisma/seed/people';
import { expect, signIn } from './fixtures';

export const staffPhones = { reviewer: '13900000001', finance: '13900000002', overseer: '13900000003', admin: '13900000004' } as const;

export type Staff = keyof typeof staffPhones;

export async function signInAsStaff(page: Page, role: Staff): Promise<void> {
  await signIn(page, staffPhones[role], STAFF_PASSWORD);
}

// NextAuth's own callback, which anybody can call without our form.
export async function signInByRequest(request: APIRequestContext, phone: string, password: string, site = ''): Promise<void> {
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await request.get(`${site}/api/auth/csrf`)).json());
  await request.post(`${site}/api/auth/callback/credentials`, { form: { csrfToken, phone, password }, maxRedirects: 0 });
  expect((await request.get(`${site}/login`, { maxRedirects: 0 })).status(), `${phone} is signed in`).toBe(307);
}
