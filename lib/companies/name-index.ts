import 'server-only';
import { pinyin } from 'pinyin-pro';

/** Every two neighbouring characters, each once: what a GIN index searches names by. */
export function nameBigrams(name: string): string[] {
  const characters = [...name.toLowerCase().replace(/[（）·&\s-]/g, '')];
  return [...new Set(characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? '')))];
}

/** For sorting and for typing with the alphabet: `bei jing yuan zhu`, `bjyz`. */
export function namePinyin(name: string): { namePinyin: string; nameInitials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((syllable) => syllable.toLowerCase());
  return { namePinyin: syllables.join(' '), nameInitials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}
