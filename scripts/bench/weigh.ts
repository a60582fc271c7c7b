import { gzipSync } from 'node:zlib';
import type { HttpClient } from './http-client';
import { once, type Page } from './load';

export type Weight = { html: number; scripts: number; javascript: number };

/** What a browser loads for a page: bytes of its HTML, and of the JavaScript it names as gzip sends it. */
export async function weigh(page: Page & { name?: string }, client: HttpClient): Promise<Weight> {
  const { body, failure } = await once(page, client);
  if (failure || !body) throw new Error(`${page.name ?? ''} ${failure}`);
  const html = body.toString();
  const found = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const addresses = [...new Set(found.map(([, address = '']) => new URL(address, client.origin).href))];
  const sizes = await Promise.all(
    addresses.map(async (address) => gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer()), { level: 6 }).length),
  );
  return { html: gzipSync(body).length, scripts: addresses.length, javascript: sizes.reduce((sum, size) => sum + size, 0) };
}
