/** The staff menu: who may enter a section sees it. */
export const adminSections = [
  { href: '/admin', label: '工作台', permission: 'staff.enter' },
  { href: '/admin/applications', label: '入会审核', permission: 'application.list' },
  { href: '/admin/members', label: '会员', permission: 'member.list' },
  { href: '/admin/council', label: '理事会', permission: 'council.list' },
  { href: '/admin/changes', label: '变更', permission: 'change.list' },
  { href: '/admin/dues', label: '会费', permission: 'filing.list', also: ['/admin/receipts', '/admin/statements'] },
  { href: '/admin/import', label: '导入', permission: 'import.view' },
  { href: '/admin/staff', label: '人员', permission: 'staff.list' },
  { href: '/admin/settings', label: '设置', permission: 'settings.edit' },
] as const;
