const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[1-9ANY][0-9A-HJ-NP-RTUW-Y]{17}$/;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Full-width to half-width, no spaces or hyphens, upper case: how a 统一社会信用代码 is stored and compared. */
export function normaliseUscc(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** 18 characters of the alphabet of GB 32100-2015 and a known first one. Says nothing about the check character. */
export function hasUsccShape(uscc: string): boolean {
  return SHAPE.test(uscc);
}

/** True when the 18th character is the check character that GB 32100-2015 computes from the first 17. */
export function hasUsccCheck(uscc: string): boolean {
  const sum = [...uscc.slice(0, 17)].reduce((total, char, index) => total + ALPHABET.indexOf(char) * weight(index), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] === uscc[17];
}

/** True when characters 9–17 are a valid organisation code (GB 11714). A mismatch is only worth a flag for staff. */
export function hasOrganisationCheck(uscc: string): boolean {
  const sum = ORGANISATION_WEIGHTS.reduce((total, each, index) => total + ORGANISATION_ALPHABET.indexOf(uscc[8 + index] ?? '') * each, 0);
  const check = 11 - (sum % 11);
  return uscc[16] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

// 3^i mod 31
function weight(index: number): number {
  let value = 1;
  for (let i = 0; i < index; i++) value = (value * 3) % 31;
  return value;
}
