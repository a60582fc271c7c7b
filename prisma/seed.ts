import { db } from '../lib/db';
import { run } from '../scripts/services/run';
import { seedDemo } from './seed/demo';
import { seedReferenceData } from './seed/reference-data';

// `npm run db:seed`: reference data and the demo's companies, for a database of your own.
run(async () => {
  await db().$transaction((tx) => seedReferenceData(tx));
  await seedDemo();
});
