import 'server-only';
import { createHash } from 'node:crypto';
import type { Tx } from '../db';
import type { Import } from '../generated/prisma/client';
import { ADD } from './choose-words';
import { choicesSchema, findingsSchema, wordKey } from './findings';

/** The code of every word that no dictionary had, by `kind:label`. */
export type WordCodes = ReadonlyMap<string, string>;

/** Adds the words that were to be added to their dictionaries. */
export async function addWords(tx: Tx, { findings, choices }: Pick<Import, 'findings' | 'choices'>): Promise<WordCodes> {
  const chosen = choicesSchema.parse(choices);
  const codes = new Map<string, string>();
  for (const word of findingsSchema.parse(findings).words) {
    const choice = chosen[wordKey(word)] ?? '';
    if (choice !== ADD) {
      codes.set(wordKey(word), choice);
      continue;
    }
    const { kind, label } = word;
    const code = codeOfWord(word);
    const last = await tx.dictionaryEntry.findFirst({ where: { kind }, orderBy: { order: 'desc' }, select: { order: true } });
    await tx.dictionaryEntry.upsert({
      where: { kind_code: { kind, code } },
      create: { kind, code, label, order: (last?.order ?? 0) + 1 },
      update: { retiredAt: null },
    });
    codes.set(wordKey(word), code);
  }
  return codes;
}

/** The same word twice, in two imports, is one entry. */
export function codeOfWord({ label }: { label: string }): string {
  return `added${createHash('sha256').update(label).digest('hex').slice(0, 10)}`;
}
