import { readTyped } from '../../components/form/read-typed';

function serve(html: string): void {
  document.body.innerHTML = `<form id="f"><input type="hidden" name="applicationId" value="a-1">${html}</form>`;
}

describe('what was typed before the page came alive', () => {
  it('is read as it stands, rows by their fields, without what nobody types', () => {
    serve(`<input name="name" value="远筑"><textarea name="profile">介绍</textarea>
      <select name="industry"><option value="">请选择</option><option value="road" selected>公路</option></select>
      <input name="liaisons.0.name" value="周敏">`);
    expect(readTyped('f')).toEqual({ name: '远筑', profile: '介绍', industry: 'road', liaisons: [{ name: '周敏' }] });
  });

  it('holds boxes of one name as a list, whether none, one or several are ticked', () => {
    const boxes = (...ticked: string[]) =>
      ['a', 'b'].map((value) => `<input type="checkbox" name="q" value="${value}" ${ticked.includes(value) ? 'checked' : ''}>`).join('');
    for (const ticked of [[], ['b'], ['a', 'b']]) {
      serve(boxes(...ticked));
      expect(readTyped('f')).toEqual({ q: ticked });
    }
    serve('<input type="checkbox" name="usccConfirmed" value="true" checked>');
    expect(readTyped('f')).toEqual({ usccConfirmed: 'true' });
  });

  it('is nothing on a page that was opened within the site', () => {
    document.body.innerHTML = '';
    expect(readTyped('f')).toEqual({});
  });
});
