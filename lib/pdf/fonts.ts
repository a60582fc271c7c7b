import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import { DomainError } from '../errors';

const FILES = {
  sans: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  sansBold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  serifBold: 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;

const opened = new Map<FontName, { bytes: Buffer; font: Font }>();

/** A font's bytes, for PDFKit, and the opened font, for outlines and coverage. Read from disk once. */
export function loadFont(name: FontName): { bytes: Buffer; font: Font } {
  const known = opened.get(name);
  if (known) return known;
  const bytes = readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts', FILES[name]));
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${FILES[name]} is a collection`);
  const loaded = { bytes, font };
  opened.set(name, loaded);
  return loaded;
}

/** The characters of a text that a font lacks; spaces and line breaks are never among them. */
export function missingGlyphs(name: FontName, text: string): string[] {
  const { font } = loadFont(name);
  return [...new Set([...text])].filter((character) => !/\s/.test(character) && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/**
 * A document never shows a box where a character should be. @throws DomainError `invalid` that names the characters the
 * fonts lack
 */
export function requireGlyphs(name: FontName, ...texts: string[]): void {
  const missing = missingGlyphs(name, texts.join(''));
  if (missing.length) throw new DomainError('invalid', { text: `字库里没有“${missing.join('、')}”，暂时不能生成文件，请联系协会处理。` });
}
