// Looks into a zip archive without trusting it: what its directory says is checked against the bytes before anything is
// kept. Plain JavaScript, because worker threads load it past the bundler.
import yauzl from 'yauzl';

const LOCAL_HEADER = 30;
const LONGEST_DESCRIPTOR = 24;

/** @returns {Promise<import('yauzl').ZipFile>} */
export function openArchive(bytes) {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (error, archive) => (error ? reject(error) : resolve(archive)));
  });
}

/** @returns {Promise<import('yauzl').Entry[]>} */
export function listEntries(archive) {
  return new Promise((resolve, reject) => {
    const entries = [];
    archive.on('entry', (entry) => {
      entries.push(entry);
      archive.readEntry();
    });
    archive.on('end', () => resolve(entries));
    archive.on('error', reject);
    archive.readEntry();
  });
}

export function inflatedSize(entries) {
  return entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
}

/**
 * Whether the entries of the directory, and nothing else, fill the file from its first byte. A reader that goes through
 * the file from the front would otherwise find entries that the directory, and so the check of sizes, never mentions.
 */
export function isGapless(bytes, entries) {
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    const start = entry.relativeOffsetOfLocalHeader;
    const gap = start - at;
    if (gap < 0 || gap > (at ? LONGEST_DESCRIPTOR : 0) || start + LOCAL_HEADER > bytes.length) return false;
    const size = bytes.readUInt32LE(start + 18);
    const described = (bytes.readUInt16LE(start + 6) & 8) !== 0;
    if (size !== entry.compressedSize && !(described && size === 0)) return false;
    at = start + LOCAL_HEADER + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28) + entry.compressedSize;
  }
  return true;
}

/** The bytes of an entry, chunk by chunk; it throws when they are more or fewer than the directory says. */
export async function* chunksOf(archive, entry) {
  const stream = await new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  yield* stream;
}

export async function textOf(archive, entry) {
  const chunks = [];
  for await (const chunk of chunksOf(archive, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
