import 'server-only';
import { db } from '../db';
import { findFew } from '../find-few';
import type { Prisma } from '../generated/prisma/client';
import { normaliseUscc } from '../uscc';
import { nameBigrams } from './name-index';

const NOTHING: Prisma.CompanyWhereInput = { id: { in: [] } };

/**
 * The companies that somebody may mean by what was typed: the beginning of a credit code (four characters or more), the
 * beginning of the name's pinyin, initials from anywhere in it, else parts of the present name or an earlier one, each
 * word in any order.
 * Everything for an empty text. Says nothing of phones: who may search by those adds them.
 */
export function companySearch(text: string): Prisma.CompanyWhereInput {
  const typed = text.normalize('NFKC').trim();
  if (!typed) return {};
  const code = normaliseUscc(typed);
  if (/^[1-9ANY][1-9][0-9A-Z]{2,16}$/.test(code) && /\d{3}/.test(code)) return searchCode(code);
  const letters = typed.toLowerCase().replace(/[\s'’-]/g, '');
  if (/^[a-z0-9]+$/.test(letters)) return searchLetters(letters);
  const pieces = nameBigrams(...typed.split(/\s+/));
  if (pieces.length) return { nameBigrams: { hasEvery: pieces } };
  return /^\p{Script=Han}$/u.test(typed) ? { name: { contains: typed } } : NOTHING;
}

/**
 * The same for a list in some order: few hits are named by their ids. Asked for by name, PostgreSQL walks along the order's
 * index until it has a page full, which for a rare name is all of it.
 */
export async function searchForList(text: string): Promise<Prisma.CompanyWhereInput> {
  const where = companySearch(text);
  if (!text.trim()) return where;
  const few = await findFew((take) => db().company.findMany({ where, select: { id: true }, take }));
  return few ? { id: { in: few.map(({ id }) => id) } } : where;
}

// Some names have numbers: 中国水利水电第14工程局. As long as a code's beginning it is one.
function searchCode(code: string): Prisma.CompanyWhereInput {
  const uscc = { uscc: { startsWith: code } };
  return /^\d{4,5}$/.test(code) ? { OR: [uscc, searchLetters(code)] } : uscc;
}

// Some names have letters of their own: 中建ABC局.
function searchLetters(letters: string): Prisma.CompanyWhereInput {
  const pieces = nameBigrams(letters);
  return {
    OR: [
      { nameInitials: { startsWith: letters } },
      { nameLetters: { startsWith: letters } },
      ...(pieces.length ? [{ nameBigrams: { hasEvery: pieces } }] : []),
    ],
  };
}
