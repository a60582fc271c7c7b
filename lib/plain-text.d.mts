/**
 * A text without what nobody types and what comes in with a copy from elsewhere: control characters but for the line break and
 * the tab, and halves of characters. PostgreSQL takes neither U+0000 nor half a character, a workbook none of them. Every text
 * from outside goes through it where it comes in.
 */
export function plainText(text: string): string;

/** What a JSON text says, every text and name in it plain; undefined when it is none. */
export function plainJson(text: string): unknown;
