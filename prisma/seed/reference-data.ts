import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Tx } from '../../lib/db';
import { DocumentKind, Level } from '../../lib/generated/prisma/enums';
import { dictionaries } from './reference/dictionaries';
import regions from './reference/regions.json';

const RESOLUTION = '协会会员代表大会通过的会费标准';
const STANDARDS = [
  [Level.ordinaryMember, 300_000],
  [Level.councilMember, 1_000_000],
  [Level.standingCouncilMember, 2_000_000],
  [Level.vicePresident, 5_000_000],
] as const;
const DOCUMENTS = [
  [DocumentKind.charter, '中国施工企业管理协会章程'],
  [DocumentKind.privacy, '隐私政策'],
] as const;

/**
 * What every installation needs before its first request: dictionaries, regions, dues standards, charter and privacy
 * policy. Only adds what is missing, so it can run at every start and never overwrites what staff have changed.
 */
export async function seedReferenceData(tx: Tx): Promise<void> {
  for (const [kind, entries] of Object.entries(dictionaries)) {
    const grade = kind === 'qualification' ? '特级' : null;
    await tx.dictionaryEntry.createMany({
      data: entries.map(([code, label], order) => ({ kind, code, label, grade, order })),
      skipDuplicates: true,
    });
  }
  await tx.region.createMany({
    data: regions.flatMap(({ code, name, cities }, order) => [
      { code, name, parentCode: null, order },
      ...cities.filter((city) => city.code !== code).map((city, place) => ({ ...city, parentCode: code, order: place })),
    ]),
    skipDuplicates: true,
  });
  await tx.duesStandard.createMany({
    data: STANDARDS.map(([level, amountFen]) => ({ level, amountFen, fromYear: 2020, resolution: RESOLUTION })),
    skipDuplicates: true,
  });
  for (const [kind, title] of DOCUMENTS) {
    if (await tx.documentVersion.count({ where: { kind } })) continue;
    await tx.documentVersion.create({ data: { kind, number: 1, title, body: textOf(kind) } });
  }
}

function textOf(kind: DocumentKind): string {
  return z
    .string()
    .min(100)
    .parse(readFileSync(path.join(process.cwd(), `prisma/seed/reference/${kind}.md`), 'utf8'));
}
