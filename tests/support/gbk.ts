let table: Map<string, number[]> | undefined;

/** Node decodes GBK but does not write it: the other way round, from every character that it decodes. */
export function toGbk(text: string): Buffer {
  table ??= readTable();
  const known = table;
  return Buffer.from(
    [...text].flatMap((character) => (character.charCodeAt(0) < 128 ? [character.charCodeAt(0)] : (known.get(character) ?? [63]))),
  );
}

function readTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const characters = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !characters.has(character)) characters.set(character, [lead, trail]);
    }
  }
  return characters;
}
