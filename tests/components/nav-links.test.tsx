import { render, screen } from '@testing-library/react';
import { usePathname } from 'next/navigation';
import { adminSections } from '../../app/admin/sections';
import { NavLinks } from '../../components/shell/nav-links';

jest.mock('next/navigation', () => ({ usePathname: jest.fn() }));

describe('the menu of staff', () => {
  it.each([
    ['/admin', '工作台'],
    ['/admin/applications/1', '入会审核'],
    ['/admin/dues/charges', '会费'],
    ['/admin/receipts', '会费'],
    ['/admin/statements/1', '会费'],
    ['/admin/security', null],
  ])('marks the section of %s: %s', (path, label) => {
    jest.mocked(usePathname).mockReturnValue(path);
    render(<NavLinks items={adminSections} label="主菜单" />);
    const current = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page');
    expect(current.map((link) => link.textContent)).toEqual(label ? [label] : []);
  });
});
