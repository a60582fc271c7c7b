import 'server-only';
import type { FormValue, FormValues } from '../actions/action-state';
import { same } from '../applications/merge-answers';
import { NO_QUALIFICATION } from '../applications/schema';
import { changeValueLabel } from '../copy/companies';
import { getLabels } from '../dictionaries/queries';
import type { CompanyChange, CompanyChangeEvent } from '../generated/prisma/client';
import type { ChangeKind, ChangeState } from '../generated/prisma/enums';
import { type ChangeField, fieldsOf } from './change-fields';
import { contentOf } from './load-change';
import { type ChangeEventName, exitTransitions, noticeTransitions, requestTransitions } from './states';

export type ChangeEventView = {
  id: string;
  event: ChangeEventName;
  actorName: string;
  byStaff: boolean;
  reason: string | null;
  createdAt: Date;
};

/** A change as people read it: who, when, and what it was and became, codes in words. */
export type ChangeView = {
  id: string;
  kind: ChangeKind;
  state: ChangeState;
  field: ChangeField;
  lines: { label: string; before: string; after: string }[];
  actorName: string;
  madeAt: Date;
  /** What came of it, oldest first. */
  events: ChangeEventView[];
};

type ChangeRow = CompanyChange & { events: CompanyChangeEvent[] };

/** Makes views of rows; asks for the dictionaries once. */
export async function changeViewer(): Promise<(row: ChangeRow) => ChangeView> {
  const words = await valueWords();
  return ({ id, kind, state, actorName, madeAt, events, ...row }) => {
    const { field, before, after } = contentOf(row);
    const names = fieldsOf(field).filter((name) => name !== 'cityCode' && !same(whole(name, before), whole(name, after)));
    const lines = names.map((name) => ({
      label: changeValueLabel(field, name),
      before: words(name, before),
      after: words(name, after),
    }));
    return { id, kind, state, field, lines, actorName, madeAt, events: events.map(viewEvent) };
  };
}

// A city is shown with its province.
function whole(name: string, values: FormValues): FormValue {
  return name === 'provinceCode' ? [String(values.provinceCode), String(values.cityCode)] : values[name];
}

async function valueWords(): Promise<(name: string, values: FormValues) => string> {
  const { of, region } = await getLabels();
  return (name, values) => {
    const value = values[name];
    const text = typeof value === 'string' ? value : '';
    if (name === 'provinceCode') return [...new Set([region(text), region(String(values.cityCode))])].join(' ');
    if (name === 'industry' || name === 'field' || name === 'companyType' || name === 'affiliation') return of(name, text);
    if (Array.isArray(value)) return value.map((code) => (code === NO_QUALIFICATION ? '无' : of('qualification', String(code)))).join('、');
    return text;
  };
}

const eventNames: readonly ChangeEventName[] = [
  ...[...noticeTransitions, ...requestTransitions, ...exitTransitions].map(({ event }) => event),
  'replace',
];
const BY_MEMBER: readonly ChangeEventName[] = ['resubmit', 'withdraw'];

function viewEvent({ id, event: name, actorName, reason, createdAt }: CompanyChangeEvent): ChangeEventView {
  const event = eventNames.find((known) => known === name);
  if (!event) throw new Error(`no event of a change is called ${name}`);
  return { id, event, actorName, byStaff: !BY_MEMBER.includes(event), reason, createdAt };
}
