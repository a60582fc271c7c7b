import * as z from 'zod';
import { ChargeState, Level, LiaisonOrder, MemberState } from '../generated/prisma/enums';
import { incompleteItems } from '../members/incomplete';

const day = z.string();
const text = z.string();

/** A row as it was typed, with its place in the workbook. */
export type SourceRow = { sheet: string; row: number; texts: string[] };

/** A cell that stands in the way (`error`) or that leaves something to be completed (`warning`). `column` is its key. */
export type Problem = { sheet: string; row: number; column: string; severity: 'error' | 'warning'; text: string };

export const sourceRowsSchema = z.array(z.object({ sheet: text, row: z.number(), texts: z.array(text) }));
export const problemsSchema = z.array(
  z.object({ sheet: text, row: z.number(), column: text, severity: z.enum(['error', 'warning']), text }),
);

const duesSchema = z.object({
  year: z.number(),
  level: z.enum(Level),
  amountFen: z.number(),
  state: z.enum(ChargeState),
  reason: text.nullable(),
  paidFen: z.number(),
  paidOn: day.nullable(),
  receipt: z.object({ code: text, number: text, checkCode: text, issuedOn: day, amountFen: z.number() }).nullable(),
});

/** A company of the workbook, understood. `new*` are words that no dictionary has: their code is decided before the commit. */
export const stagedSchema = z.object({
  uscc: text,
  name: text,
  number: text.nullable(),
  level: z.enum(Level),
  joinedOn: day,
  state: z.enum(MemberState),
  fields: z.object({
    industry: text,
    field: text,
    companyType: text,
    affiliation: text,
    provinceCode: text,
    cityCode: text,
    address: text,
    postcode: text,
    legalRepresentative: text,
    profile: text,
    qualifications: z.array(text),
  }),
  unknown: z.array(z.object({ kind: z.enum(['industry', 'field', 'companyType', 'affiliation', 'qualification']), label: text })),
  liaisons: z.array(z.object({ order: z.enum(LiaisonOrder), name: text, department: text, title: text, mobile: text, email: text })),
  levels: z.array(z.object({ level: z.enum(Level), from: day, to: day.nullable(), resolution: text.nullable() })),
  names: z.array(z.object({ name: text, from: day.nullable(), to: day.nullable() })),
  seats: z.array(z.object({ position: text, person: text, title: text, term: text, from: day, to: day.nullable() })),
  dues: z.array(duesSchema),
  incomplete: z.array(z.enum(incompleteItems)),
});

export type StagedCompany = z.infer<typeof stagedSchema>;
export type StagedDues = z.infer<typeof duesSchema>;
