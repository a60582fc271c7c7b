import 'server-only';
import type { Tx } from '../db';
import type { Import } from '../generated/prisma/client';
import { codeOfWord } from './add-words';
import { ADD } from './choose-words';
import { choicesSchema, findingsSchema, wordKey } from './findings';

/**
 * Takes the words that an import added out of the dropdowns, where no company, application or workbook has them. Retired
 * they keep their label for what is history, and come back when they are added again.
 */
export async function retireWords(tx: Tx, { findings, choices }: Pick<Import, 'findings' | 'choices'>): Promise<void> {
  const chosen = choicesSchema.parse(choices);
  for (const word of findingsSchema.parse(findings).words.filter((each) => chosen[wordKey(each)] === ADD)) {
    const code = codeOfWord(word);
    const quoted = `%"${code}"%`;
    await tx.$executeRaw`
      UPDATE "DictionaryEntry" SET "retiredAt" = clock_timestamp() WHERE "kind" = ${word.kind} AND "code" = ${code} AND "retiredAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Company" WHERE ${code} = ANY("qualifications" || ARRAY["industry", "field", "companyType", "affiliation"]))
        AND NOT EXISTS (SELECT 1 FROM "ApplicationAnswers" WHERE "data"::text LIKE ${quoted})
        AND NOT EXISTS (
          SELECT 1 FROM "ImportCompany" s JOIN "Import" i ON i."id" = s."importId" AND i."state" IN ('ready', 'committing')
          WHERE s."data"::text LIKE ${quoted})
        AND NOT EXISTS (SELECT 1 FROM "Import" WHERE "state" IN ('ready', 'committing') AND "choices"::text LIKE ${quoted})`;
  }
}
