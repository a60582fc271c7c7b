import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { listOptions, listRegions } from '../dictionaries/queries';
import { type SheetToWrite, writeWorkbook } from '../excel/write-workbook';
import { type ImportColumn, importSheets } from './sheets';

/** The columns of every sheet, with what may be chosen in them now. */
export async function importColumns(): Promise<Omit<SheetToWrite, 'rows'>[]> {
  const provinces = (await listRegions()).map(({ label }) => label);
  const choicesOf = async ({ dictionary, choices }: ImportColumn) => {
    if (!dictionary) return choices;
    return dictionary === 'province' ? provinces : (await listOptions(dictionary)).map(({ label }) => label);
  };
  return Promise.all(
    importSheets.map(async ({ name, columns }) => ({
      name,
      columns: await Promise.all(
        columns.map(async (column: ImportColumn) => ({ heading: column.heading, width: column.width, choices: await choicesOf(column) })),
      ),
    })),
  );
}

/** The empty workbook that the old system's data is filled into. @throws DomainError `notFound` */
export async function getImportTemplate(actor: Actor): Promise<Buffer> {
  authorize(actor, 'import.view', null);
  return writeWorkbook((await importColumns()).map((sheet) => ({ ...sheet, rows: [] })));
}
