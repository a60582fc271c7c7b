import { writeFileSync } from 'node:fs';
import { db } from '../../lib/db';
import { seedReferenceData } from '../../prisma/seed/reference-data';
import { run } from '../services/run';
import { fill } from './seed';

// In a process of its own, because the client of the database that the environment names lives as long as its process.
const [owner = '', applications = '', members = '', years = '', file = ''] = process.argv.slice(2);
run(async () => {
  await db().$transaction((tx) => seedReferenceData(tx));
  writeFileSync(
    file,
    JSON.stringify(await fill(owner, { applications: Number(applications), members: Number(members), years: Number(years) })),
  );
});
