import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures';

const FOLDER = '.next/static/chunks';

test('browsers load zod/mini only: classic zod, which fits wherever that does, weighs twice as much', () => {
  const scripts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const texts = scripts.map((file) => ({ file, text: readFileSync(path.join(FOLDER, file), 'utf8') }));
  expect(texts.filter(({ text }) => text.includes('"ZodMiniString"')).length).toBeGreaterThan(0);
  expect(texts.filter(({ text }) => text.includes('"ZodString"')).map(({ file }) => file)).toEqual([]);
});
