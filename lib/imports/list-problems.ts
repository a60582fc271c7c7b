import 'server-only';
import { db } from '../db';
import type { ImportOutcome } from '../generated/prisma/enums';
import { columnsOf, importSheets } from './sheets';
import { type Problem, problemsSchema } from './staged';

export type ProblemView = Problem & { sheetName: string; heading: string; company: string; uscc: string };

/** The cells of an import that somebody should look at, errors first; of so many companies, or of all. */
export async function listProblems(importId: string, outcomes: ImportOutcome[], companies?: number): Promise<ProblemView[]> {
  const rows = await db().importCompany.findMany({
    where: { importId, outcome: { in: outcomes } },
    orderBy: [{ outcome: 'desc' }, { position: 'asc' }],
    take: companies,
    select: { name: true, uscc: true, problems: true },
  });
  const views = rows.flatMap(({ name, uscc, problems }) =>
    problemsSchema.parse(problems).map((problem) => ({ ...problem, ...placeOf(problem), company: name || uscc, uscc })),
  );
  return views.toSorted((one, other) => one.severity.localeCompare(other.severity));
}

function placeOf({ sheet, column }: Problem): { sheetName: string; heading: string } {
  const found = importSheets.find(({ key }) => key === sheet);
  const columns = found ? columnsOf(found.key) : [];
  return { sheetName: found?.name ?? sheet, heading: columns.find(({ key }) => key === column)?.heading ?? '' };
}
