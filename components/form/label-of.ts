/** How a field is called to people: `liaisons.1.mobile` → 联络员第 2 行手机, `liaisons.1` → 联络员第 2 行. Nothing for what is no field. */
export function labelOf(name: string, labels: Record<string, string>): string {
  const own = labels[name];
  const [list = '', row, field] = name.split('.');
  if (own !== undefined || row === undefined || !/^\d+$/.test(row)) return own ?? '';
  const column = field === undefined ? '' : (labels[`${list}.${field}`] ?? labels[field]);
  return column === undefined ? '' : `${labels[list] ?? ''}第 ${Number(row) + 1} 行${column}`;
}
