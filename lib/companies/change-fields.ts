import type { FormValues } from '../actions/action-state';
import { same } from '../applications/merge-answers';
import type { ChangeKind } from '../generated/prisma/enums';

/**
 * What changes as one thing, with the fields it holds. Of a change of address, of a liaison or of qualifications staff are
 * told (product 5); what is printed on certificate and receipt they confirm first; the rest is the member's own affair.
 */
const groups = {
  identity: { kind: 'request', fields: ['name', 'uscc'] },
  industry: { kind: 'edit', fields: ['industry'] },
  field: { kind: 'edit', fields: ['field'] },
  address: { kind: 'notice', fields: ['provinceCode', 'cityCode', 'address', 'postcode'] },
  legalRepresentative: { kind: 'edit', fields: ['legalRepresentative'] },
  companyType: { kind: 'edit', fields: ['companyType'] },
  affiliation: { kind: 'edit', fields: ['affiliation'] },
  profile: { kind: 'edit', fields: ['profile'] },
  qualifications: { kind: 'notice', fields: ['qualifications'] },
  firstLiaison: { kind: 'notice', fields: ['name', 'mobile', 'department', 'title', 'email'] },
  secondLiaison: { kind: 'notice', fields: ['name', 'mobile', 'department', 'title', 'email'] },
} as const satisfies Record<string, { kind: ChangeKind; fields: readonly string[] }>;

export type ChangeField = keyof typeof groups;
const changeFields = Object.keys(groups).filter(isChangeField);

export function isChangeField(name: string): name is ChangeField {
  return Object.hasOwn(groups, name);
}

export function fieldsOf(field: ChangeField): readonly string[] {
  return groups[field].fields;
}

/** A change of this kind of thing, with the values before and after. */
export type Change = { field: ChangeField; kind: ChangeKind; before: FormValues; after: FormValues };

/** What differs between two versions of a company, thing by thing, in the order of the page. */
export function changesBetween(before: FormValues, after: FormValues): Change[] {
  return changeFields.flatMap((field) => {
    const [old, now] = [valuesAt(field, before), valuesAt(field, after)];
    return same(old, now) ? [] : [{ field, kind: groups[field].kind, before: old, after: now }];
  });
}

/** The values of one thing within a company's. */
export function valuesAt(field: ChangeField, values: FormValues): FormValues {
  const inside = field === 'firstLiaison' || field === 'secondLiaison' ? liaisonAt(field, values) : values;
  return Object.fromEntries(fieldsOf(field).map((name) => [name, inside[name] ?? '']));
}

function liaisonAt(field: 'firstLiaison' | 'secondLiaison', { liaisons }: FormValues): FormValues {
  const rows = Array.isArray(liaisons) ? liaisons.filter((row) => typeof row === 'object') : [];
  return rows.find(({ order }) => order === (field === 'firstLiaison' ? 'first' : 'second')) ?? {};
}
