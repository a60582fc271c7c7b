import type { Entry, ZipFile } from 'yauzl';

export function openArchive(bytes: Buffer): Promise<ZipFile>;
export function listEntries(archive: ZipFile): Promise<Entry[]>;
export function inflatedSize(entries: readonly Entry[]): number;
export function isGapless(bytes: Buffer, entries: readonly Entry[]): boolean;
export function chunksOf(archive: ZipFile, entry: Entry): AsyncGenerator<Buffer>;
export function textOf(archive: ZipFile, entry: Entry): Promise<string>;
