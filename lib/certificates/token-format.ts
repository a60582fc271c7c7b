/** What somebody typed from paper, as the token it means: no separators, O is 0, I and L are 1. */
export function normaliseToken(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .slice(0, 64);
}
