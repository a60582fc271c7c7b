/** 待完善: what a member that came from the old system may still lack. Each is a word of `Member.incomplete`. */
export const incompleteItems = [
  'uscc',
  'number',
  'joinedOn',
  'industry',
  'field',
  'region',
  'address',
  'postcode',
  'legalRepresentative',
  'companyType',
  'affiliation',
  'profile',
  'qualifications',
  'firstLiaison',
  'liaison',
  'sharedPhone',
  'levels',
  'seats',
  'names',
  'dues',
  'receipts',
] as const;

/** Those that the member itself fills in: 修改企业信息 is saved only when all of them are. */
export const ownItems: readonly IncompleteItem[] = [
  ...(['industry', 'field', 'region', 'address', 'postcode', 'legalRepresentative'] as const),
  ...(['companyType', 'affiliation', 'profile', 'qualifications'] as const),
];

export type IncompleteItem = (typeof incompleteItems)[number];
