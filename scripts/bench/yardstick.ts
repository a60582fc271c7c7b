import { createServer, type Server } from 'node:http';
import pg from 'pg';

const COLUMNS = ['name', 'code', 'province', 'person', 'mobile', 'email', 'level', 'status'] as const;
const escapeHtml = (text: unknown) => String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

// node:http and pg, one indexed SELECT of twenty rows as a table: what this machine gives at this minute.
const [port = '', url = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const server: Server = createServer(async (request, response) => {
  const after = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('after') ?? 0);
  const query = { name: 'rows', text: 'SELECT * FROM members WHERE id > $1 ORDER BY id LIMIT 20', values: [after] };
  const { rows } = await pool.query<Record<(typeof COLUMNS)[number], string>>(query);
  const body = rows.map((row) => `<tr>${COLUMNS.map((column) => `<td>${escapeHtml(row[column])}</td>`).join('')}</tr>`).join('');
  const html = `<!DOCTYPE html><html lang="zh-CN"><body><h1>会员列表</h1><table>${body}</table></body></html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(html) }).end(html);
});
server.listen(Number(port), '127.0.0.1');
