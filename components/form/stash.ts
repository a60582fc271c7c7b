/** What could not be sent, kept in this tab until the form opens again. Never passwords or codes. */
export function keepInTab(place: string, content: object | null): void {
  if (content) sessionStorage.setItem(place, JSON.stringify(content, withoutSecrets));
  else sessionStorage.removeItem(place);
}

/** What was kept, once: it is gone afterwards. */
export function takeFromTab(place: string): object | null {
  const kept = sessionStorage.getItem(place);
  if (!kept) return null;
  sessionStorage.removeItem(place);
  const content: unknown = JSON.parse(kept);
  return content && typeof content === 'object' ? content : null;
}

function withoutSecrets(name: string, value: unknown): unknown {
  return /password/i.test(name) || name === 'code' ? undefined : value;
}
