import * as z from 'zod';

const text = z.string();

/** The PDF of a staged receipt: inspected and stored, no file of anybody's yet. */
export const stagedPdf = z.object({
  key: text,
  name: text,
  bytes: z.number(),
  sha256: text,
  pages: z.array(z.object({ page: z.number(), key: text, width: z.number(), height: z.number() })),
});
export type StagedPdf = z.infer<typeof stagedPdf>;

/** One line of a workbook of issued receipts: what it says, what it is for, and what is wrong with it. */
export const stagedRow = z.object({
  row: z.number(),
  ...{ code: text, number: text, checkCode: text, issuedOn: text, titleName: text, titleUscc: text },
  amountFen: z.number(),
  companyName: text,
  years: z.array(z.number()),
  chargeIds: z.array(text),
  pdf: stagedPdf.nullable(),
  problems: z.array(text),
});
export type StagedRow = z.infer<typeof stagedRow>;
export const stagedRows = z.array(stagedRow);
export const strayFiles = z.array(z.object({ name: text, text }));
export type StrayFile = z.infer<typeof strayFiles>[number];
