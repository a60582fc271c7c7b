import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DocumentUpload } from '../../components/uploads/document-upload';
import { refusalTexts } from '../../lib/copy/uploads';
import { fakeAction } from '../support/fake-action';
import { router } from '../support/navigation';
import { uploadServer } from '../support/upload-server';

jest.mock('next/navigation', () => jest.requireActual('../support/navigation'));

const picture = (name: string) => new File(['picture'], name, { type: 'image/jpeg' });
const pdf = (name: string) => new File(['%PDF'], name, { type: 'application/pdf' });
const accepted = (name: string, pages = 1) => ({
  id: `id-of-${name}`,
  kind: 'applicationForm' as const,
  name,
  bytes: 812 * 1024,
  isPdf: name.endsWith('.pdf'),
  pages: Array.from({ length: pages }, (_, index) => ({ page: index + 1, width: 600, height: 800 })),
});

function open(files: readonly ReturnType<typeof accepted>[] = []) {
  router.refresh.mockClear();
  const user = userEvent.setup({ applyAccept: false });
  const [remove, move] = [fakeAction(), fakeAction()];
  render(
    <DocumentUpload
      owner={{ applicationId: 'a-1' }}
      kind="applicationForm"
      label="入会申请表"
      files={files}
      remove={remove.action}
      move={move.action}
    />,
  );
  const choose = (...chosen: File[]) => user.upload(screen.getByLabelText('选择入会申请表文件'), chosen);
  return { user, choose, remove, move, server: uploadServer() };
}

const cards = () => screen.queryAllByRole('button', { name: /^查看 / }).map((card) => card.getAttribute('aria-label'));
const onItsWay = () => screen.queryAllByRole('progressbar').map((bar) => bar.getAttribute('aria-label'));
const settled = () => waitFor(() => expect(onItsWay()).toEqual([]));

afterEach(() => jest.restoreAllMocks());

describe('uploading a document', () => {
  it('announces the file, says how far it is, has it judged, and then shows the page anew', async () => {
    const { choose, server } = open();
    await choose(pdf('form.pdf'));
    expect(screen.getByText('form.pdf · 正在上传 0%')).toBeInTheDocument();

    await server.arrive(0.4);
    expect(screen.getByText('form.pdf · 正在上传 40%')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'form.pdf 上传进度' })).toHaveAttribute('value', '40');
    await server.arrive(1);
    expect(screen.getByText('form.pdf · 正在检查并生成预览…')).toBeInTheDocument();
    expect(router.refresh).not.toHaveBeenCalled();
    await server.finish();

    await settled();
    expect(server.announced).toEqual([
      { applicationId: 'a-1', kind: 'applicationForm', name: 'form.pdf', type: 'application/pdf', bytes: 4 },
    ]);
    expect(server.completed).toEqual(['/api/uploads/f-1/complete']);
    expect(router.refresh).toHaveBeenCalled();
  });

  it('sends several pictures one after the other, so that they keep their order', async () => {
    const { choose, server } = open();
    await choose(picture('1.jpg'), picture('2.jpg'));
    expect(onItsWay()).toEqual(['1.jpg 上传进度']);

    await server.finish();
    await waitFor(() => expect(onItsWay()).toEqual(['2.jpg 上传进度']));
    await server.finish();

    await settled();
    expect(server.announced).toMatchObject([{ name: '1.jpg' }, { name: '2.jpg' }]);
  });

  it('takes pages by the camera, one after the other in their order, each under the name of its document', async () => {
    const { user, server } = open();
    const take = () => user.upload(screen.getByLabelText('入会申请表的照片'), picture('image.jpg'));
    expect(screen.getByLabelText('入会申请表的照片')).toHaveAttribute('capture', 'environment');
    await take();
    await take();
    expect(await screen.findByText('入会申请表-2.jpg · 等待上传')).toBeInTheDocument();

    await server.finish();
    await waitFor(() => expect(onItsWay()).toEqual(['入会申请表-2.jpg 上传进度']));
    await server.finish();

    await settled();
    expect(server.announced).toMatchObject([{ name: '入会申请表-1.jpg' }, { name: '入会申请表-2.jpg' }]);
  });

  it('forgets a page that is called off before its turn', async () => {
    const { user, choose, server } = open();
    await choose(picture('1.jpg'), picture('2.jpg'));
    const waiting = (await screen.findByText('2.jpg · 等待上传')).closest('li') ?? document.body;
    await user.click(within(waiting).getByRole('button', { name: '取消' }));
    await server.finish();

    await settled();
    expect(server.announced).toMatchObject([{ name: '1.jpg' }]);
  });

  it('works on a plain-http address, where browsers offer less', async () => {
    const { choose, server } = open();
    jest.spyOn(crypto, 'randomUUID').mockImplementation(() => {
      throw new TypeError('crypto.randomUUID is not a function');
    });

    await choose(pdf('form.pdf'));
    await server.finish();

    await settled();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(server.completed).toHaveLength(1);
  });
});

describe('a file that is not taken', () => {
  it('says why in the words of the server, until that was read', async () => {
    const { user, choose, server } = open();
    server.refuseArrived(refusalTexts.password);
    await choose(pdf('form.pdf'));
    await server.finish();

    expect(await screen.findByRole('alert')).toHaveTextContent(`form.pdf：${refusalTexts.password}`);
    await user.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is refused before a byte is sent where the server does not want it', async () => {
    const { choose, server } = open();
    server.refuseAnnouncement(refusalTexts.onePdf);

    await choose(pdf('form.pdf'));

    expect(await screen.findByRole('alert')).toHaveTextContent(refusalTexts.onePdf);
    expect(server.bodies).toEqual([]);
  });

  const large = picture('large.jpg');
  Object.defineProperty(large, 'size', { value: 10 * 1024 * 1024 + 1 });
  it.each([
    ['an HEIC photo', new File(['x'], 'IMG_1.HEIC', { type: '' }), refusalTexts.heic],
    ['a Word file', new File(['x'], 'form.docx', { type: 'application/msword' }), refusalTexts.type],
    ['an empty file', new File([], 'form.pdf', { type: 'application/pdf' }), refusalTexts.empty],
    ['more than 10 MB', large, refusalTexts.tooLarge],
  ])('is not even announced when it is %s', async (_what, file, words) => {
    const { choose, server } = open();

    await choose(file);

    expect(await screen.findByRole('alert')).toHaveTextContent(`${file.name}：${words}`);
    expect(server.announced).toEqual([]);
  });

  it('says that the connection broke, and takes nothing else with it', async () => {
    const { choose, server } = open([accepted('1.jpg')]);
    await choose(picture('2.jpg'), picture('3.jpg'));

    await server.cutWire();
    expect(await screen.findByRole('alert')).toHaveTextContent(`2.jpg：${refusalTexts.cut}`);
    await server.finish();

    await settled();
    expect(cards()).toEqual(['查看 1.jpg']);
    expect(server.completed).toEqual(['/api/uploads/f-2/complete']);
    expect(screen.getByRole('alert')).toHaveTextContent('2.jpg');
  });

  it('is never judged when the transfer was refused', async () => {
    const { choose, server } = open();
    await choose(pdf('form.pdf'));

    await server.finish(413);

    expect(await screen.findByRole('alert')).toHaveTextContent(refusalTexts.cut);
    expect(server.completed).toEqual([]);
  });

  it('disappears when the person calls it off', async () => {
    const { user, choose, server } = open();
    await choose(pdf('form.pdf'));
    await server.arrive(0.5);

    await user.click(screen.getByRole('button', { name: '取消' }));

    await settled();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(server.completed).toEqual([]);
  });
});

describe('an accepted file', () => {
  it('is replaced by one other, and stays until that is accepted', async () => {
    const { user, choose, server } = open([accepted('old.jpg')]);
    await user.click(screen.getByRole('button', { name: '替换 old.jpg' }));
    expect(screen.getByLabelText('选择入会申请表文件')).not.toHaveAttribute('multiple');
    server.refuseArrived(refusalTexts.damaged);

    await choose(picture('new.jpg'));
    await server.finish();

    expect(await screen.findByRole('alert')).toHaveTextContent(refusalTexts.damaged);
    expect(server.announced).toMatchObject([{ name: 'new.jpg', replaces: 'id-of-old.jpg' }]);
    expect(cards()).toEqual(['查看 old.jpg']);
  });

  it('is not replaced by a page that is added afterwards', async () => {
    const { user, choose, server } = open([accepted('1.jpg')]);
    await user.click(screen.getByRole('button', { name: '替换 1.jpg' }));

    await user.click(screen.getByRole('button', { name: '继续添加入会申请表的下一页' }));
    await choose(picture('2.jpg'));
    await server.finish();

    await settled();
    expect(server.announced).toEqual([expect.not.objectContaining({ replaces: expect.anything() })]);
  });

  it('is removed, or says why not', async () => {
    const { user, remove } = open([accepted('1.jpg')]);

    await user.click(screen.getByRole('button', { name: '移除 1.jpg' }));
    expect(remove.sent).toEqual([{ fileId: 'id-of-1.jpg' }]);
    await remove.answer({ status: 'error', formError: '申请已经提交，不能再修改。' });

    expect(screen.getByRole('alert')).toHaveTextContent('申请已经提交，不能再修改。');
    expect(cards()).toEqual(['查看 1.jpg']);
  });

  it('moves among its pages, but not beyond the first and the last', async () => {
    const { user, move } = open([accepted('1.jpg'), accepted('2.jpg')]);
    expect(screen.getByText('第 2 页 ·', { exact: false })).toHaveTextContent('第 2 页 · 2.jpg');
    expect(screen.getByRole('button', { name: '1.jpg 前移一页' })).toBeDisabled();
    expect(screen.getByRole('button', { name: '2.jpg 后移一页' })).toBeDisabled();

    await user.click(screen.getByRole('button', { name: '1.jpg 后移一页' }));
    await move.answer({ status: 'success' });
    await user.click(screen.getByRole('button', { name: '2.jpg 前移一页' }));

    expect(move.sent).toEqual([
      { fileId: 'id-of-1.jpg', by: '1' },
      { fileId: 'id-of-2.jpg', by: '-1' },
    ]);
  });

  it('stands alone when it is a PDF: nothing is added to it', () => {
    open([accepted('form.pdf', 3)]);

    expect(screen.getByText('PDF，3 页 · 812 KB')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /添加|上传/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /移一页/ })).not.toBeInTheDocument();
  });

  it('opens to all of its pages, and closes again', async () => {
    const { user } = open([accepted('form.pdf', 3)]);

    await user.click(screen.getByRole('button', { name: '查看 form.pdf' }));
    const dialog = within(screen.getByRole('dialog', { name: 'form.pdf' }));
    expect(dialog.getAllByRole('img').map((image) => image.getAttribute('alt'))).toEqual([
      'form.pdf 第 1 页，共 3 页',
      'form.pdf 第 2 页，共 3 页',
      'form.pdf 第 3 页，共 3 页',
    ]);

    expect(dialog.getByRole('link', { name: '下载原件' })).toHaveAttribute('href', '/api/files/id-of-form.pdf');

    await user.click(dialog.getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
