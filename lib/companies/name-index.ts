import 'server-only';
import { pinyin } from 'pinyin-pro';

/** Every two neighbouring characters of one or several texts, each once: what a GIN index searches names by. */
export function nameBigrams(...names: string[]): string[] {
  return [...new Set(names.flatMap(bigramsOf))];
}

/** What a company is found by: the pieces of its names, and those of their initials, so that `cjlq` finds 江苏长江路桥. */
export function nameIndex(...names: string[]): string[] {
  return nameBigrams(...names, ...names.map((name) => namePinyin(name).nameInitials));
}

function bigramsOf(name: string): string[] {
  const characters = [...name.toLowerCase().replace(/[（）()·&\s-]/g, '')];
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
}

type Spelled = { namePinyin: string; nameInitials: string; nameLetters: string };

/** For sorting and for typing with the alphabet: `bei jing yuan zhu`, `bjyz`, `beijingyuanzhu`. */
export function namePinyin(name: string): Spelled {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((syllable) => syllable.toLowerCase());
  return {
    namePinyin: syllables.join(' '),
    nameInitials: syllables.map((syllable) => syllable[0] ?? '').join(''),
    nameLetters: syllables.join('').replaceAll(/[^a-z0-9]/g, ''),
  };
}
