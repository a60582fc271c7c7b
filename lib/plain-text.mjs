// Plain JavaScript, because the worker that reads workbooks loads it, too (see lib/excel/workbook-worker.mjs).
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

export function plainText(text) {
  return text.replace(CONTROLS, '').toWellFormed();
}

export function plainJson(text) {
  try {
    return JSON.parse(text, (_name, value) => {
      if (typeof value === 'string') return plainText(value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [plainText(name), inner]));
    });
  } catch {
    return undefined;
  }
}
