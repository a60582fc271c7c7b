import { db } from '../../lib/db';

export async function GET(request: Request) {
  const after = Number(new URL(request.url).searchParams.get('after') ?? 0);
  const members = await db.member.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: 20 });
  const rows = members.map(({ name, code, province, person, mobile, email, level, status }) =>
    [name, code, province, person, mobile, email, level, status].map((cell) => `<td>${cell}</td>`).join(''),
  );
  const html = `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
