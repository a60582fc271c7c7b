import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Entry } from 'yauzl';
import { sha256 } from '../audit/record-audit';
import { DomainError } from '../errors';
import { chunksOf, isGapless, listEntries, openArchive } from '../excel/archive.mjs';
import { entryName } from '../excel/entry-name';
import { storage } from '../providers/storage/storage';
import { inspect } from '../uploads/inspect';
import { MAX_BYTES } from '../uploads/limits';
import type { StagedPdf, StagedRow, StrayFile } from './staged';

const MOST_FILES = 3000;
const AT_ONCE = 2;

type Archive = Awaited<ReturnType<typeof openArchive>>;

/**
 * Gives each row its PDF from the zip: the one in whose name the row's number stands. Inspected like any upload, one in
 * memory at a time each of two; what belongs to no row is not unpacked, and told. @throws DomainError `upload` for what is no zip
 */
export async function readPdfs(
  rows: readonly StagedRow[],
  zip: Buffer | null,
  { folder, step }: { folder: string; step: (share: number) => Promise<void> },
): Promise<StrayFile[]> {
  const { archive, entries } = zip ? await open(zip) : { archive: null, entries: [] };
  const wanted = assign(rows, entries);
  const waiting = rows.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, row] of waiting) {
        const entry = wanted.get(row);
        const taken = archive && entry ? await take(archive, entry, folder) : '没有找到这张票据的 PDF，文件名里要有票据号码';
        if (typeof taken === 'string') row.problems.push(taken);
        else row.pdf = taken;
        if (index % 5 === 0) await step(index / rows.length);
      }
    }),
  );
  const used = new Set(wanted.values());
  return entries.filter((entry) => !used.has(entry)).map((entry) => ({ name: entryName(entry), text: '文件名里没有工作簿中的票据号码' }));
}

async function open(zip: Buffer): Promise<{ archive: Archive; entries: Entry[] }> {
  try {
    const archive = await openArchive(zip);
    const entries = await listEntries(archive);
    if (!isGapless(zip, entries)) throw refusal('票据 PDF 的压缩包已损坏，请重新压缩成 zip 后再传。');
    if (entries.length > MOST_FILES) throw refusal(`压缩包里超过 ${MOST_FILES} 个文件，请分几次导入。`);
    return { archive, entries: entries.filter((entry) => !/\/$|(^|\/)(\.|__MACOSX)/.test(entryName(entry))) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refusal('票据 PDF 要压缩成一个 zip 再传，这个文件不是 zip，或者已损坏。');
  }
}

function assign(rows: readonly StagedRow[], entries: readonly Entry[]): Map<StagedRow, Entry> {
  const byDigits = new Map(entries.flatMap((entry) => digitsOf(entry).map((digits) => [digits, entry] as const)));
  return new Map(
    rows.flatMap((row) => {
      const entry = byDigits.get(row.code + row.number) ?? byDigits.get(row.number);
      return entry ? [[row, entry] as const] : [];
    }),
  );
}

function digitsOf(entry: Entry): string[] {
  return (entryName(entry).split('/').at(-1) ?? '').match(/\d{6,}/g) ?? [];
}

async function take(archive: Archive, entry: Entry, folder: string): Promise<StagedPdf | string> {
  if (entry.isEncrypted()) return '压缩包设了密码，请去掉密码后重新压缩';
  if (entry.uncompressedSize > MAX_BYTES) return '票据 PDF 不能超过 10 MB';
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of chunksOf(archive, entry)) chunks.push(chunk);
    return await store(folder, entryName(entry).split('/').at(-1) ?? '', Buffer.concat(chunks));
  } catch (error) {
    return error instanceof DomainError ? `票据 PDF：${error.details.text ?? '不能接收'}` : '票据 PDF 在压缩包里已损坏';
  }
}

async function store(folder: string, name: string, body: Buffer): Promise<StagedPdf> {
  const { type, original, pages } = await inspect(body);
  if (type !== 'application/pdf') throw refusal('不是 PDF 文件');
  const key = `${folder}/${randomBytes(16).toString('hex')}.pdf`;
  await storage().put(key, original, type);
  const drawn = pages.map(({ width, height }, index) => ({ page: index + 1, key: pageKey(key, index + 1), width, height }));
  for (const [index, page] of pages.entries()) await storage().put(pageKey(key, index + 1), page.body, 'image/jpeg');
  return { key, name, bytes: original.length, sha256: sha256(original), pages: drawn };
}

function pageKey(key: string, page: number): string {
  return `pages/${key.replace(/\.pdf$/, '')}-${page}.jpg`;
}

function refusal(text: string): DomainError {
  return new DomainError('upload', { reason: 'pdfs', text });
}
