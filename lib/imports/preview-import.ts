import 'server-only';
import { today } from '../clock';
import { db } from '../db';
import { listOptions, listRegions } from '../dictionaries/queries';
import { DomainError } from '../errors';
import { readWorkbook } from '../excel/read-workbook';
import type { ImportOutcome, Prisma } from '../generated/prisma/client';
import { groupBy } from '../group-by';
import { storage } from '../providers/storage/storage';
import { normaliseUscc } from '../uscc';
import { checkAcross, type Existing } from './check-across';
import { type CheckContext, type Checked, checkCompany } from './check-company';
import { findExisting } from './existing';
import { addTo, type Findings, noSums, wordKey } from './findings';
import { insertRows } from './insert-rows';
import { leftOut } from './left-out';
import { type ImportRow, readRows, sourceOf } from './read-rows';
import { readScans } from './read-scans';
import { failImport, finishRun, moveOn, type Run } from './run';

const MAX_ROWS = 200_000;
const PORTION = 250;

/**
 * Reads an uploaded workbook to its end and stages every company of it; nothing of it is a member yet. A run that was
 * interrupted can be started again from the beginning; an earlier one then stops by itself.
 */
export async function previewImport({ importId, run }: Run): Promise<void> {
  const found = await db().import.findUnique({ where: { id: importId } });
  if (found?.state !== 'reading' || found.run !== run) return;
  const step = (percent: number) => moveOn({ importId, run }, percent);
  try {
    await db().importCompany.deleteMany({ where: { importId } });
    const file = await storage().get(found.workbookKey);
    if (!file) throw new DomainError('notFound');
    await step(5);
    const rows = readRows(await readWorkbook(file.body, { maxRows: MAX_ROWS }));
    if (!rows.length) throw new DomainError('upload', { reason: 'template', text: '工作簿里没有企业，请填写后再上传。' });
    await step(30);
    const companies = await check(rows, step);
    const existing = await findExisting(companies);
    checkAcross(companies, existing);
    await step(60);
    const all = new Set(companies.flatMap(({ data }) => data?.uscc ?? []));
    const findings = await stage(importId, companies, existing, step);
    findings.scans = await readScans(found, { all, members: existing.numberOfUscc }, step);
    await finishRun({ importId, run }, findings);
  } catch (error) {
    await failImport({ importId, run }, error);
  }
}

async function check(rows: readonly ImportRow[], step: (percent: number) => Promise<void>): Promise<Checked[]> {
  const context = await loadContext();
  const groups = [...groupBy(rows, ({ cells }) => normaliseUscc(cells.uscc ?? '')).values()];
  const checked: Checked[] = [];
  for (const [index, group] of groups.entries()) {
    checked.push(checkCompany(group, context));
    // Lets the server answer others, and the page hear how far it is.
    if (index % PORTION === 0) await step(30 + Math.floor((25 * index) / groups.length));
  }
  return checked;
}

async function loadContext(): Promise<CheckContext> {
  const kinds = ['industry', 'field', 'companyType', 'affiliation', 'qualification'] as const;
  const [industry, field, companyType, affiliation, qualification] = await Promise.all(kinds.map(listOptions));
  const standards = await db().duesStandard.findMany({ orderBy: { fromYear: 'desc' } });
  return {
    today: await today(),
    regions: await listRegions(),
    options: {
      industry: industry ?? [],
      field: field ?? [],
      companyType: companyType ?? [],
      affiliation: affiliation ?? [],
      qualification: qualification ?? [],
    },
    standardFen: (level, year) => standards.find((row) => row.level === level && row.fromYear <= year)?.amountFen ?? null,
  };
}

/** Takes the companies out of the list as it stages them: ten thousand with their rows are not held to the end. */
async function stage(
  importId: string,
  companies: Checked[],
  existing: Existing,
  step: (percent: number) => Promise<void>,
): Promise<Findings> {
  const findings: Findings = {
    counts: { good: 0, incomplete: 0, refused: 0, known: 0 },
    errors: 0,
    warnings: 0,
    strays: 0,
    coming: noSums(),
    refused: noSums(),
    words: [],
    scans: { taken: 0, refused: [] },
  };
  const words = new Map<string, Findings['words'][number]>();
  const total = companies.length;
  for (let at = 0; at < total; at += PORTION) {
    const portion = companies.splice(0, PORTION).map((company, index) => {
      const outcome = outcomeOf(company, existing);
      count(findings, words, company, outcome);
      return rowFor(importId, at + index, company, outcome);
    });
    await insertRows(db(), 'ImportCompany', portion);
    await step(60 + Math.floor((30 * at) / total));
  }
  return { ...findings, words: [...words.values()].toSorted((one, other) => other.count - one.count) };
}

function outcomeOf({ data, mark }: Checked, { numberOfUscc }: Existing): ImportOutcome {
  if (data && numberOfUscc.has(data.uscc)) return 'known';
  if (mark.problems.some(({ severity }) => severity === 'error')) return 'refused';
  return mark.incomplete.size ? 'incomplete' : 'good';
}

function count(
  findings: Findings,
  words: Map<string, Findings['words'][number]>,
  { data, mark, rows }: Checked,
  outcome: ImportOutcome,
): void {
  // Rows whose company the workbook does not have are errors, and no company.
  if (data) findings.counts[outcome]++;
  if (outcome === 'known') return;
  const errors = mark.problems.filter(({ severity }) => severity === 'error').length;
  findings.errors += errors;
  findings.warnings += mark.problems.length - errors;
  if (!data) {
    findings.strays += rows.length;
    return;
  }
  addTo(outcome === 'refused' ? findings.refused : findings.coming, data);
  if (outcome === 'refused') return;
  for (const word of data.unknown) {
    const known = words.get(wordKey(word)) ?? { ...word, count: 0 };
    words.set(wordKey(word), { ...known, count: known.count + 1 });
  }
}

function rowFor(
  importId: string,
  position: number,
  { data, mark, rows, row }: Checked,
  outcome: ImportOutcome,
): Prisma.ImportCompanyCreateManyInput {
  return {
    importId,
    position,
    uscc: normaliseUscc(rows[0]?.cells.uscc ?? ''),
    name: row?.cells.name ?? '',
    outcome,
    // Only what goes back has to remember how it was typed.
    rows: outcome === 'refused' ? rows.map(sourceOf) : [],
    problems: outcome === 'known' && row ? [leftOut(row, rows)] : mark.problems,
    data: data ? { ...data, incomplete: [...mark.incomplete] } : undefined,
  };
}
