import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { KeyPresses } from '@/components/applications/key-presses';
import { PageViewer } from '@/components/uploads/page-viewer';
import type { FileView } from '@/lib/uploads/views';

const page = (number: number) => ({ page: number, width: 1240, height: 1754 });
const file = (id: string, pages: number): FileView => ({
  id,
  kind: 'applicationForm',
  name: `${id}.pdf`,
  bytes: 1000,
  isPdf: true,
  pages: Array.from({ length: pages }, (_, index) => page(index + 1)),
});

function open(files: FileView[], { keys = [] as { key: string; what: string }[], atOnce = true } = {}) {
  render(
    <>
      <KeyPresses keys={keys} />
      <PageViewer files={files} title="入会申请表" atOnce={atOnce} />
    </>,
  );
  return userEvent.setup();
}
const here = () => screen.getByRole('status', { name: '当前页' }).textContent;
const widthOf = (number: number) => screen.getByAltText(`入会申请表 第 ${number} 页，共 3 页`).parentElement?.className;

describe('the pages of a document', () => {
  it('are counted through all of its files, and each file can be saved', () => {
    open([file('a', 2), file('b', 1)]);

    expect(screen.getAllByRole('img').map((image) => image.getAttribute('src'))).toEqual([
      '/api/files/a/pages/1',
      '/api/files/a/pages/2',
      '/api/files/b/pages/1',
    ]);
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/api/files/a', '/api/files/b']);
    expect(screen.getAllByRole('link').every((link) => link.hasAttribute('download'))).toBe(true);
  });

  it('are paged through by keyboard at once, and never beyond the first and the last', async () => {
    const user = open([file('a', 3)]);
    const seen = [here()];
    for (const key of ['{PageDown}', '{ArrowRight}', '{ArrowRight}', ']', '{PageUp}', '{ArrowLeft}', '{[}']) {
      await user.keyboard(key);
      seen.push(here());
    }

    expect(seen).toEqual(['1 / 3', '2 / 3', '3 / 3', '3 / 3', '3 / 3', '2 / 3', '1 / 3', '1 / 3']);
  });

  it('are enlarged, made smaller and fitted by keyboard; a wide page leaves the arrows to scrolling', async () => {
    const user = open([file('a', 3)]);
    await user.keyboard('+');
    expect(widthOf(1)).toContain('w-[150%]');
    await user.keyboard('{ArrowRight}');
    expect(here()).toBe('1 / 3');
    await user.keyboard('0');
    expect(widthOf(1)).toContain('w-full');
    await user.keyboard('--------');
    expect(widthOf(1)).toContain('w-1/2');
  });

  it('are turned by keyboard and by button, a quarter each time', async () => {
    const user = open([file('a', 3)]);
    await user.keyboard('r');
    expect(screen.getAllByRole('img')[0]).toHaveClass('rotate-90');
    await user.click(screen.getByRole('button', { name: '旋转' }));
    expect(screen.getAllByRole('img')[0]).toHaveClass('rotate-180');
  });

  it('answer the keys of the page they stand on once, from wherever the reviewer is', async () => {
    const keys = [
      { key: ']', what: '下一页' },
      { key: 'r', what: '旋转' },
    ];
    const user = open([file('a', 3)], { keys, atOnce: false });
    await user.keyboard(']');
    expect(here()).toBe('2 / 3');
    await user.keyboard('rr'); // the second from within the viewer, whose own keys they are too
    expect(screen.getAllByRole('img')[0]).toHaveClass('rotate-180');
  });

  it('leave keys with a modifier to the browser', async () => {
    const user = open([file('a', 3)]);
    await user.keyboard('{Control>}+{/Control}{Control>}r{/Control}');
    expect([widthOf(1), screen.getAllByRole('img')[0]?.className]).toEqual([
      expect.stringContaining('w-full'),
      expect.not.stringContaining('rotate'),
    ]);
  });
});
