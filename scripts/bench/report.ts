import type { CertificateFigures } from './certificates';
import type { EmptyPage } from './empty-app';
import type { HashingFigures } from './hashing';
import type { Figure } from './load';
import type { Weight } from './weigh';

export type Line = {
  page: string;
  aim: number;
  round: number;
  clients: number;
  ours: Figure;
  beside: Figure;
  shape: EmptyPage;
  yardstick: number;
};

export type Summary = {
  statements: Record<string, number>;
  weights: { empty: Weight; pages: Record<string, Weight> };
  memory: { ours: number; empty: number };
  certificates: CertificateFigures | null;
  hashing: HashingFigures | null;
};

/** The figures as Markdown: medians over the rounds, each beside its yardsticks of the same minute. */
export function report(lines: readonly Line[], { statements, weights, memory, certificates, hashing }: Summary): string {
  const groups = [...new Set(lines.map(({ page, clients }) => `${page}|${clients}`))].map((key) =>
    lines.filter((line) => `${line.page}|${line.clients}` === key),
  );
  const rates = groups.map((group) => {
    const [first] = group;
    if (!first) return '';
    const of = (figure: (line: Line) => number) => median(group.map(figure));
    const share = of(({ ours, beside }) => ours.perSecond / beside.perSecond);
    const aim = first.clients === 20 ? `${first.aim * 100} %` : '';
    const errors = group.reduce((sum, { ours }) => sum + ours.errors, 0);
    return row([
      first.page,
      first.clients,
      of(({ ours }) => ours.perSecond),
      of(({ ours }) => ours.p50),
      of(({ ours }) => ours.p95),
      of(({ ours }) => ours.p99),
      errors,
      `${first.shape} ${of(({ beside }) => beside.perSecond)}`,
      percent(share),
      aim,
      percent(of(({ ours, yardstick }) => ours.perSecond / yardstick)),
    ]);
  });
  const pages = Object.entries(weights.pages).map(([name, weight]) =>
    row([name, statements[name] ?? '', kib(weight.html), kib(weight.javascript), `+${kib(weight.javascript - weights.empty.javascript)}`]),
  );
  return [
    row(['Page', 'Clients', 'req/s', 'p50 ms', 'p95', 'p99', 'Errors', 'E req/s', 'of E', 'Aim', 'of node:http + pg']),
    row(Array.from({ length: 11 }, () => '---')),
    ...rates,
    '',
    row(['Page', 'SQL statements', 'HTML gzip', 'JavaScript gzip', 'over E']),
    row(Array.from({ length: 5 }, () => '---')),
    ...pages,
    '',
    ...growth(lines),
    '',
    `Memory after the load: ${memory.ours} MiB, E ${memory.empty} MiB (${(memory.ours / memory.empty).toFixed(2)} ×).`,
    ...(certificates ? [wordsOfCertificates(certificates)] : []),
    ...(hashing ? [wordsOfHashing(hashing)] : []),
  ].join('\n');
}

/** What a request costs at 20 clients over ten and a hundred times the rows, as a multiple. */
function growth(lines: readonly Line[]): string[] {
  const rate = (name: string) =>
    median(lines.filter(({ page, clients }) => page === name && clients === 20).map(({ ours }) => ours.perSecond));
  const names = [...new Set(lines.flatMap(({ page }) => /^(.*)（1 万）$/.exec(page)?.slice(1) ?? []))];
  const times = (name: string, size: string) => (rate(`${name}（1 万）`) / rate(`${name}（${size}）`)).toFixed(2);
  return [
    row(['Cost over 10,000 rows', '100,000', '1,000,000']),
    row(Array.from({ length: 3 }, () => '---')),
    ...names.map((name) => row([name, times(name, '10 万'), times(name, '100 万')])),
  ];
}

function wordsOfCertificates({ firstP50, firstP95, asked, wrong }: CertificateFigures): string {
  return `Certificate, first time: p50 ${firstP50.toFixed(0)} ms, p95 ${firstP95.toFixed(0)} ms; ${asked} by 20 clients at once, ${wrong} empty or mixed up.`;
}

function wordsOfHashing({ hashMs, possible, signIn, register, listAlone, listMeanwhile }: HashingFigures): string {
  return [
    `Hash ${hashMs.toFixed(1)} ms: ${possible.toFixed(0)}/s possible. Sign-in ${signIn.perSecond}/s (${percent(signIn.perSecond / possible)}, errors ${signIn.errors} ${signIn.firstError}),`,
    `registration ${register.perSecond}/s (${percent(register.perSecond / possible)}, errors ${register.errors} ${register.firstError}).`,
    `List p95 ${listAlone.p95} ms alone, ${listMeanwhile.p95} ms while 16 clients sign in (${(listMeanwhile.p95 / listAlone.p95).toFixed(2)} ×, errors ${listMeanwhile.errors}).`,
  ].join('\n');
}

function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const value = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  return Math.round(value * 1000) / 1000;
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
