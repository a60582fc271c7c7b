import 'server-only';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/record-audit';
import type { CompanyAnswers } from './schema';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 申请表编号: eight characters of the hash of every printed field, so that a stamped scan can be matched to the data. */
export function formNumberOf({ usccConfirmed: _, ...printed }: CompanyAnswers): string {
  const digest = createHash('sha256').update(canonicalJson(printed)).digest();
  const characters = [...digest.subarray(0, 8)].map((byte) => ALPHABET[byte % 32]).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
