import * as z from 'zod';
import { ImportOutcome, Level } from '../generated/prisma/enums';
import type { StagedCompany } from './staged';

/** Members in good standing or suspended by level, dues in fen and receipts by their year. */
const sums = z.object({
  levels: z.partialRecord(z.enum(Level), z.number()),
  dues: z.record(z.string(), z.number()),
  receipts: z.record(z.string(), z.number()),
});

const unknownWord = z.object({
  kind: z.enum(['industry', 'field', 'companyType', 'affiliation', 'qualification']),
  label: z.string(),
  count: z.number(),
});

export const findingsSchema = z.object({
  counts: z.record(z.enum(ImportOutcome), z.number()),
  errors: z.number(),
  warnings: z.number(),
  /** Rows of other sheets whose company the workbook does not have. */
  strays: z.number().default(0),
  /** Of what would come in, and of what goes back as far as it can be read. */
  coming: sums,
  refused: sums,
  words: z.array(unknownWord),
  scans: z.object({ taken: z.number(), refused: z.array(z.object({ name: z.string(), text: z.string() })) }),
});

export type Sums = z.infer<typeof sums>;
export type Findings = z.infer<typeof findingsSchema>;
export type UnknownWord = z.infer<typeof unknownWord>;

export const totalsSchema = sums;
/** Per word that no dictionary has, by `kind:label`: the code that it means, or `new`. */
export const choicesSchema = z.record(z.string(), z.string());

export function noSums(): Sums {
  return { levels: {}, dues: {}, receipts: {} };
}

export function addTo(total: Sums, { state, level, dues }: Pick<StagedCompany, 'state' | 'level' | 'dues'>): void {
  if (state === 'active' || state === 'suspended') total.levels[level] = (total.levels[level] ?? 0) + 1;
  for (const { year, paidFen, receipt } of dues) {
    if (paidFen) total.dues[year] = (total.dues[year] ?? 0) + paidFen;
    if (receipt) total.receipts[year] = (total.receipts[year] ?? 0) + 1;
  }
}

export function wordKey({ kind, label }: Pick<UnknownWord, 'kind' | 'label'>): string {
  return `${kind}:${label}`;
}
