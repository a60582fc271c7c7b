const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'", '#x2F': '/' };

export type PlainForm = { fields: Record<string, string> };

/** The form that contains `needle`, as a browser without JavaScript would fill and send it; Next's hidden $ACTION fields come along. */
export function readForm(html: string, needle: string): PlainForm {
  for (const [, tag = '', inner = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)) {
    if (!tag.includes(needle) && !inner.includes(needle)) continue;
    const inputs = [...inner.matchAll(/<input\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)].map(([, text = '']) => attributes(text));
    const sent = inputs.filter(
      ({ name, type = 'text', checked }) => name && !['submit', 'file'].includes(type) && (type !== 'checkbox' || checked !== undefined),
    );
    return { fields: Object.fromEntries(sent.map(({ name = '', value = '' }) => [name, value])) };
  }
  throw new Error(`no form with ${needle}`);
}

/** The body of a multipart form, and its type. */
export function encodeForm({ fields }: PlainForm): [body: string, type: string] {
  const boundary = '----bench7MA4YWxkTrZu0gW';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return [`${parts.join('')}--${boundary}--\r\n`, `multipart/form-data; boundary=${boundary}`];
}

function attributes(tag: string): Record<string, string> {
  const found = tag.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  return Object.fromEntries([...found].map(([, name = '', a, b, c]) => [name.toLowerCase(), decode(a ?? b ?? c ?? '')]));
}

function decode(text: string): string {
  return text.replace(/&(amp|quot|lt|gt|#x27|#39|#x2F);/g, (_, name: string) => ENTITIES[name] ?? '');
}
