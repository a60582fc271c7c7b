import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { serverActions, type Targets } from './access-matrix';

/** One request to an action, as hostile as it may be. */
export type FuzzRequest = {
  headers: Record<string, string>;
  body: FormData | string;
  /** No list of arguments at all: Next gives up before any action of ours runs, and answers with a number and nothing else. */
  isBroken?: true;
};

/** An action, the records that its forms may name, and some of somebody who is none of the actors. */
export type Fuzzed = { name: string; id: string; targets: Targets; others: string[] };

type Entry = [name: string, value: string | string[] | Blob];

/** What people do not type. */
const evil = fc.constantFrom(
  '',
  ' ',
  'x'.repeat(20_000),
  '企'.repeat(5000),
  '\u0000',
  'a\u0000b\u0001\u001b[31m\u202e\ufeff',
  '\ud83d\ude00'.repeat(200),
  '9'.repeat(400),
  '-1',
  '1e309',
  'NaN',
  '0.1',
  '2147483648',
  '9223372036854775808',
  '2026-02-30',
  '275760-09-14',
  '0000-00-00',
  'null',
  'undefined',
  'true',
  '[]',
  '{"a":1}',
  '{"__proto__":{"polluted":"yes"}}',
  '__proto__',
  'constructor',
  'toString',
  '$K1',
  '$undefined',
  "' OR 1=1; --",
  '%00%ff',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=HYPERLINK("x")',
  '\r\nSet-Cookie: a=b',
);
const strangeName = fc.constantFrom(
  '__proto__.polluted',
  'constructor.prototype.polluted',
  'prototype.polluted',
  'toString',
  'hasOwnProperty',
  'then',
  '',
  '.',
  '..',
  'a'.repeat(5000),
  Array(500).fill('a').join('.'),
  'liaisons.0',
  'liaisons.99.mobile',
  'liaisons.0.0.0',
  'liaisons.__proto__.mobile',
  'marks.0.target',
  'people.0',
  '$ACTION_KEY',
);

/** Names that forms of ours send: those of the matrix, and what the larger forms know. */
const namesFor = (targets: Targets) => [
  ...new Set(Object.values(serverActions).flatMap(({ fields }) => Object.keys(fields(targets)))),
  ...['name', 'uscc', 'key', 'opened', 'settle', 'choice', 'pressed', 'next', 'code', 'flow', 'solution', 'pictureId', 'consent'],
  ...['factorCode', 'overrideReason', 'liaisonChange', 'liaisons.0.name', 'liaisons.0.mobile', 'qualifications', 'marks.0.comment'],
  ...['amount', 'paidOn', 'titleUscc', 'roles', 'passwordAgain', 'twoStages', 'dailyBudget', 'dueOn'],
];

/** The arguments as React sends them: the list, with `$K1` for the form whose entries begin with `_1_`; and what is none of that. */
const envelope = fc.oneof(
  { weight: 8, arbitrary: fc.constant('[{"status":"idle"},"$K1"]') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '[]',
      '[null,null]',
      '[1,2,3]',
      '[{"status":"idle"},{"applicationId":"x"}]',
      '[{"status":"idle"},"$undefined"]',
      '[{"status":"idle"},["$K1"]]',
      '["$K1","$K1"]',
      '[{"status":"success","values":{"__proto__":{"polluted":"yes"}}},"$K1"]',
      '[{"status":"idle"},{"get":"x","keys":"y","getAll":"z"}]',
      '[{"status":"idle"},"$n99999999999999999999"]',
      '[{"status":"idle"},"$D2026-02-30"]',
    ),
  },
);
/** Not even that: Next itself refuses it before any action of ours runs. */
const broken = fc.constantFrom(
  '0',
  '{}',
  '"x"',
  '[',
  '',
  '"$1"',
  '[{"status":"idle"},"$F1"]',
  '["$1:__proto__:constructor"]',
  '["$Q1"]',
  '["$B1"]',
  '"$L1"',
  '{"then":"$0"}',
);

/** Requests to one action, of which a part differs in nothing but a value or two from what its form sends. */
export function fuzzed({ name: action, id, targets, others }: Fuzzed): fc.Arbitrary<FuzzRequest> {
  const fields = serverActions[action]?.fields(targets) ?? {};
  const names = namesFor(targets);
  const ids = [...Object.values(targets), ...others, randomUUID(), randomUUID().toUpperCase()];
  const value = fc.oneof(
    { weight: 4, arbitrary: evil },
    { weight: 2, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.array(evil, { minLength: 2, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant(new Blob(['a'], { type: 'image/png' })) },
  );
  const name = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(fields).length ? Object.keys(fields) : names)) },
    { weight: 3, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: strangeName },
  );
  const changes: fc.Arbitrary<Entry[]> = fc.array(fc.tuple(name, value), { maxLength: 6 });
  const form = fc.tuple(changes, envelope, fc.boolean()).map(([changed, list, keepsFields]) => {
    const entries: Entry[] = [...(keepsFields ? Object.entries(fields) : []), ...changed];
    return { headers: { 'next-action': id }, body: formOf(entries, '_1_', { 0: list }) };
  });
  // As a browser without JavaScript sends it.
  const plain = fc
    .tuple(changes, fc.constantFrom(`$ACTION_ID_${id}`, '$ACTION_REF_1', '$ACTION_ID_', '$ACTION_REF_'))
    .map(([changed, key]) => {
      const bound = {
        [key]: '',
        '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
        '$ACTION_1:1': '[{"status":"idle"}]',
        $ACTION_KEY: 'k1',
      };
      return { headers: {}, body: formOf([...Object.entries(fields), ...changed], '', bound) };
    });
  const odd = fc.tuple(broken, fc.nat(4)).map(([text, kind]): FuzzRequest => ({ ...oddRequest(id, text, kind), isBroken: true }));
  return fc.oneof({ weight: 12, arbitrary: form }, { weight: 3, arbitrary: plain }, { weight: 2, arbitrary: odd });
}

function formOf(entries: Entry[], prefix: string, rest: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of entries) for (const one of [value].flat()) form.append(prefix + name, one);
  for (const [name, text] of Object.entries(rest)) form.append(name, text);
  return form;
}

function oddRequest(id: string, text: string, kind: number): FuzzRequest {
  const action = { 'next-action': id };
  if (kind === 0) return { headers: action, body: formOf([], '', { 0: text }) };
  if (kind === 1) return { headers: { ...action, 'content-type': 'text/plain;charset=UTF-8' }, body: text };
  if (kind === 2)
    return {
      headers: { ...action, 'content-type': 'multipart/form-data; boundary=b' },
      body: `--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n${text}`,
    };
  if (kind === 3) return { headers: { ...action, 'content-type': 'multipart/form-data' }, body: text };
  return {
    headers: { 'next-action': `${id}x`, 'content-type': 'application/x-www-form-urlencoded' },
    body: `0=${encodeURIComponent(text)}`,
  };
}
