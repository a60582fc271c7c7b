/** A code with the words for it. */
export type Option = { code: string; label: string };
export type Region = Option & { cities: readonly Option[] };
