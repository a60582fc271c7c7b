// Why a cell that is not empty on the screen reads as empty: merged cells keep only the first, and a formula that no
// program has calculated has no value. The reader of workbooks says neither.
import { StringDecoder } from 'node:string_decoder';
import { chunksOf, textOf } from './archive.mjs';

const MERGED = /<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
/** The element of a formula; `<formula>` of a rule that colours cells is another. */
const FORMULA = /<f[\s/>]/g;
/** A cell with content beyond column ZZ: the reader would fill every row up to it. */
const FAR = /<c r="[A-Z]{3,}\d+"[^>/]*>/;
const MOST = 5000;

/** Per sheet name, `[row, column, flag]` counted from 1. Reads every entry, so each is known to be as large as it says. */
export async function findBlanks(archive, entries) {
  const names = await sheetNames(archive, entries);
  const blanks = new Map();
  for (const entry of entries) {
    const name = names.get(entry.fileName);
    const flags = [];
    let tail = '';
    const decoder = new StringDecoder('utf8');
    for await (const chunk of chunksOf(archive, entry)) {
      if (name !== undefined && flags.length < MOST) tail = scan(tail + decoder.write(chunk), flags);
    }
    if (name !== undefined) blanks.set(name, flags);
  }
  return blanks;
}

/** Looks at the cells that are complete, and hands back the rest. */
function scan(text, flags) {
  const open = text.lastIndexOf('<');
  const cell = text.lastIndexOf('<c ');
  const end = Math.min(open < 0 ? text.length : open, cell >= 0 && text.indexOf('</c>', cell) < 0 ? cell : text.length);
  const whole = text.slice(0, end);
  if (FAR.test(whole)) throw new Error('a cell beyond every table');
  for (const { index } of whole.matchAll(FORMULA)) {
    const inCell = whole.slice(whole.lastIndexOf('<c ', index), whole.indexOf('</c>', index));
    const address = /^<c [^>]*\br="([A-Z]+)(\d+)"/.exec(inCell);
    if (address && !/<v>[^<]/.test(inCell)) flags.push([Number(address[2]), columnOf(address[1]), 'noValue']);
  }
  for (const [, left, top, right, bottom] of whole.matchAll(MERGED)) {
    for (let row = Number(top); row <= Number(bottom) && flags.length < MOST; row++) {
      for (let column = columnOf(left); column <= columnOf(right) && flags.length < MOST; column++) {
        if (row !== Number(top) || column !== columnOf(left)) flags.push([row, column, 'merged']);
      }
    }
  }
  return text.slice(end);
}

function columnOf(letters) {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

async function sheetNames(archive, entries) {
  const read = async (name) => {
    const entry = entries.find(({ fileName }) => fileName === name);
    return entry ? textOf(archive, entry) : '';
  };
  const [workbook, relations] = [await read('xl/workbook.xml'), await read('xl/_rels/workbook.xml.rels')];
  const names = new Map(
    [...workbook.matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => [attributeOf(tag, 'r:id'), inClear(attributeOf(tag, 'name'))]),
  );
  return new Map(
    [...relations.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => {
      const target = attributeOf(tag, 'Target');
      return [target.startsWith('/') ? target.slice(1) : `xl/${target}`, names.get(attributeOf(tag, 'Id'))];
    }),
  );
}

function attributeOf(tag, attribute) {
  return new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function inClear(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
