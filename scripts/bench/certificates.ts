import { createHash } from 'node:crypto';
import { HttpClient } from './http-client';
import { askCertificate } from './pages';
import type { Seeded } from './seed';

export type CertificateFigures = { firstP50: number; firstP95: number; asked: number; wrong: number };

/** Every member's certificate for the first time, one after the other; then all of them by twenty clients at once: none empty, none mixed up. */
export async function measureCertificates(site: string, { members }: Seeded): Promise<CertificateFigures> {
  const client = new HttpClient(site);
  const firsts: number[] = [];
  const expected = new Map<string, string>();
  const fresh = members.slice(-100); // not asked for before
  for (const member of fresh) {
    const began = performance.now();
    const { body } = await askCertificate(client, member);
    firsts.push(performance.now() - began);
    expected.set(member.companyId, digest(body));
  }
  const distinct = new Set(expected.values()).size === fresh.length;
  let wrong = distinct ? 0 : fresh.length;
  let asked = 0;
  await Promise.all(
    Array.from({ length: 20 }, async (_, offset) => {
      const own = new HttpClient(site);
      for (let turn = 0; turn < 100; turn++) {
        const member = fresh[(turn * 7 + offset * 13) % fresh.length];
        const { status, body } = await askCertificate(own, member);
        asked++;
        if (status !== 200 || digest(body) !== expected.get(member?.companyId ?? '')) wrong++;
      }
      own.close();
    }),
  );
  client.close();
  firsts.sort((a, b) => a - b);
  return { firstP50: firsts[50] ?? 0, firstP95: firsts[95] ?? 0, asked, wrong };
}

function digest(body: Buffer): string {
  return body.subarray(0, 5).toString() === '%PDF-' ? createHash('sha256').update(body).digest('hex') : 'not a PDF';
}
