import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Entry } from 'yauzl';
import { sha256 } from '../audit/record-audit';
import { db } from '../db';
import { DomainError } from '../errors';
import { chunksOf, isGapless, listEntries, openArchive } from '../excel/archive.mjs';
import { entryName } from '../excel/entry-name';
import type { FileKind } from '../generated/prisma/enums';
import { storage } from '../providers/storage/storage';
import { inspect } from '../uploads/inspect';
import { MAX_BYTES } from '../uploads/limits';
import { normaliseUscc } from '../uscc';
import type { Findings } from './findings';

const MOST_FILES = 20_000;
const NAME = /^([0-9a-z]{18})(?:[-_ ]*(.*?))?(?:[-_ (]*(\d{1,2})\)?)?\.(pdf|jpe?g|png|webp)$/i;
const KINDS: [RegExp, FileKind][] = [
  [/^(营业执照|执照)?$/, 'businessLicense'],
  [/^(入会)?申请表$/, 'applicationForm'],
  [/^(信用)?承诺书$/, 'creditPledge'],
];
type Uploaded = { id: string; scansKey: string | null };
/** The credit codes of the workbook, and those of them that are members already. */
type Codes = { all: ReadonlySet<string>; members: { has: (uscc: string) => boolean } };

/**
 * The scans of the zip, each named by its company's credit code (`…W.pdf`, `…W-申请表.pdf`, `…W-2.jpg`): inspected like any
 * upload and stored, to become files of the company at the commit. What belongs to nobody, or is no scan, is told.
 */
export async function readScans(
  { id: importId, scansKey }: Uploaded,
  codes: Codes,
  step: (percent: number) => Promise<void>,
): Promise<Findings['scans']> {
  await clearScans(importId);
  if (!scansKey) return { taken: 0, refused: [] };
  const { archive, entries } = await open(scansKey);
  const refused: Findings['scans']['refused'] = [];
  let taken = 0;
  for (const [index, entry] of entries.entries()) {
    const name = entryName(entry);
    const text = await take(importId, archive, entry, name, codes);
    if (text) refused.push({ name, text });
    else taken++;
    if (index % 10 === 0) await step(90 + Math.floor((9 * index) / entries.length));
  }
  return { taken, refused };
}

/** Forgets what an earlier run has stored. */
export async function clearScans(importId: string): Promise<void> {
  const scans = await db().importScan.findMany({ where: { importId }, select: { key: true } });
  for (const { key } of scans) for (const left of [key, ...(await storage().list(pagesOf(key)))]) await storage().delete(left);
  await db().importScan.deleteMany({ where: { importId } });
}

async function open(key: string) {
  const file = await storage().get(key);
  const refusal = (text: string) => new DomainError('upload', { reason: 'scans', text });
  if (!file) throw new DomainError('notFound');
  try {
    const archive = await openArchive(file.body);
    const entries = await listEntries(archive);
    if (!isGapless(file.body, entries)) throw refusal('扫描件的压缩包已损坏，请重新压缩成 zip 后再传。');
    if (entries.length > MOST_FILES) throw refusal(`扫描件的压缩包里超过 ${MOST_FILES} 个文件，请分几次导入。`);
    return { archive, entries: entries.filter((entry) => !/\/$|(^|\/)(\.|__MACOSX)/.test(entryName(entry))) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refusal('扫描件不是 zip 压缩包，或者已损坏。请把扫描件压缩成一个 zip 后再传。');
  }
}

async function take(
  importId: string,
  archive: Awaited<ReturnType<typeof openArchive>>,
  entry: Entry,
  path: string,
  { all, members }: Codes,
): Promise<string | null> {
  const name = path.split('/').at(-1) ?? '';
  const [, code = '', words = '', number = '1'] = NAME.exec(name) ?? [];
  const uscc = normaliseUscc(code);
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  if (!uscc) return '文件名应以 18 位信用代码开头，扩展名为 pdf、jpg、png 或 webp';
  if (!all.has(uscc)) return `工作簿里没有信用代码 ${uscc}`;
  if (members.has(uscc)) return '这家企业已是会员，不再导入；需要时请在会员页添加为附件';
  if (!kind) return `认不出“${words}”是什么材料，可写：营业执照、申请表、承诺书`;
  if (entry.isEncrypted()) return '压缩包设了密码，请去掉密码后重新压缩';
  if (entry.uncompressedSize > MAX_BYTES) return '单个文件不能超过 10 MB';
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of chunksOf(archive, entry)) chunks.push(chunk);
    await store(importId, { uscc, kind, position: Number(number), name }, Buffer.concat(chunks));
    return null;
  } catch (error) {
    return error instanceof DomainError ? (error.details.text ?? '这个文件不能接收') : '这个文件在压缩包里已损坏';
  }
}

async function store(
  importId: string,
  scan: { uscc: string; kind: FileKind; position: number; name: string },
  bytes: Buffer,
): Promise<void> {
  const { type, original, pages } = await inspect(bytes);
  const key = `imports/${importId}/${randomBytes(16).toString('hex')}.${type === 'application/pdf' ? 'pdf' : 'jpg'}`;
  await storage().put(key, original, type);
  for (const [index, { body }] of pages.entries()) await storage().put(`${pagesOf(key)}${index + 1}.jpg`, body, 'image/jpeg');
  const drawn = pages.map(({ width, height }, index) => ({ page: index + 1, key: `${pagesOf(key)}${index + 1}.jpg`, width, height }));
  const data = { importId, key, ...scan, type, bytes: original.length, sha256: sha256(original), pages: drawn };
  await db().importScan.create({ data });
}

function pagesOf(key: string): string {
  return `pages/${key.replace(/\.\w+$/, '')}-`;
}
