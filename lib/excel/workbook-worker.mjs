// Reads one workbook in a thread of its own, so that a large or a hostile one does not hold up the server. Plain
// JavaScript: Node loads it by its path, past the bundler.
import { parentPort, workerData } from 'node:worker_threads';
import readExcelFile from 'read-excel-file/node';
import { plainText } from '../plain-text.mjs';
import { inflatedSize, isGapless, listEntries, openArchive } from './archive.mjs';
import { findBlanks } from './blanks.mjs';

/** Excel keeps fifteen digits of a number: a credit code or an account number typed as one has lost its end. */
const LOST_FROM = 1e15;
const FAULTS = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;

/** @type {{ bytes: Uint8Array, maxRows: number, maxColumns: number, maxInflated: number }} */
const { bytes, maxRows, maxColumns, maxInflated } = workerData;

parentPort?.postMessage(await read());

async function read() {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let archive;
  let blanks;
  try {
    archive = await openArchive(buffer);
    const entries = await listEntries(archive);
    if (inflatedSize(entries) > maxInflated) return { verdict: 'inflated' };
    if (entries.some((entry) => entry.isEncrypted())) return { verdict: 'locked' };
    if (!entries.some(({ fileName }) => fileName === 'xl/workbook.xml')) return { verdict: 'type' };
    if (!isGapless(buffer, entries)) return { verdict: 'damaged' };
    blanks = await findBlanks(archive, entries);
  } catch (error) {
    return { verdict: 'damaged', why: String(error) };
  }
  const sheets = await readExcelFile(buffer, { parseNumber: (text) => Number(text), trim: true });
  if (sheets.reduce((sum, { data }) => sum + data.length, 0) > maxRows) return { verdict: 'tooManyRows' };
  // One by one, each forgotten when it is sent: together they would be held three times over.
  for (let next = sheets.shift(); next; next = sheets.shift()) {
    parentPort?.postMessage({ verdict: 'sheet', sheet: asTexts(next.sheet, next.data, blanks.get(next.sheet) ?? []) });
  }
  return { verdict: 'ok' };
}

/** In place: a second copy of a large sheet would be as large. */
function asTexts(name, rows, flags) {
  for (const [rowIndex, row] of rows.entries()) {
    row.length = Math.min(row.length, maxColumns);
    for (const [columnIndex, value] of row.entries()) {
      const flag = flagOf(value);
      if (flag) flags.push([rowIndex + 1, columnIndex + 1, flag]);
      row[columnIndex] = textOf(value);
    }
  }
  return { name, rows, flags };
}

function flagOf(value) {
  if (typeof value === 'number' && Math.abs(value) >= LOST_FROM) return 'precision';
  return typeof value === 'string' && FAULTS.test(value) ? 'fault' : null;
}

function textOf(value) {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  // A sum of cells carries the noise of binary fractions behind its fifteenth digit.
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  return plainText(String(value));
}

function dateText(value) {
  if (Number.isNaN(value.getTime())) return '';
  const [day, time] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}
