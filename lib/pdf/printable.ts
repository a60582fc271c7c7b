const MOST_LINES = 8;

/**
 * A text as it is printed: without what has no shape (controls, joiners, variation selectors), every kind of space a plain
 * one, no empty lines; of more lines than stand well in a box, one.
 */
export function printable(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n\u3000]/gu, ' ')
    .replace(/\p{Cf}|\p{Variation_Selector}|(?!\n)\p{Cc}/gu, '')
    .split('\n')
    .filter((line) => line.trim());
  return lines.join(lines.length > MOST_LINES ? '\u3000' : '\n');
}
