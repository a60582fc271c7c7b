import { normaliseMobile } from '../fields';
import { normaliseUscc } from '../uscc';

/** What somebody typed into the one search box, recognised. Values are ready to compare. */
export type MemberSearch =
  | { kind: 'none' }
  /** A whole mobile number of a liaison, today's or an earlier one. */
  | { kind: 'mobile'; mobile: string }
  /** Letters and digits: the beginning of a credit code or of a member number. */
  | { kind: 'code'; code: string }
  /** Letters alone: the beginning of the name's pinyin or its initials, or of a member number. */
  | { kind: 'letters'; letters: string }
  /** Anything with Chinese in it: a part of a name, today's or an earlier one. */
  | { kind: 'name'; text: string };

/** Full-width and half-width are the same, so are upper and lower case; spaces at the ends and within codes do not count. */
export function recogniseSearch(typed: string): MemberSearch {
  const text = typed.normalize('NFKC').trim();
  if (!text) return { kind: 'none' };
  if (/\p{Script=Han}/u.test(text)) return { kind: 'name', text };
  const mobile = normaliseMobile(text);
  if (/^1[3-9]\d{9}$/.test(mobile)) return { kind: 'mobile', mobile };
  if (/^[a-zA-Zü\s'’]+$/.test(text)) return { kind: 'letters', letters: text.toLowerCase().replace(/[^a-zü]/g, '') };
  const code = normaliseUscc(text);
  return /^[0-9A-Z]+$/.test(code) && /\d/.test(code) ? { kind: 'code', code } : { kind: 'name', text };
}
