import { formValues, storedValues } from '../../lib/actions/form-values';

const form = (...fields: [string, string | File][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

describe("a submitted form's values", () => {
  it('gather the fields of a row', () => {
    const values = formValues(
      form(['liaisons.0.name', '张建国'], ['liaisons.0.mobile', '138'], ['liaisons.1.name', '周敏'], ['liaisons.1.mobile', '139']),
    );
    expect(values).toEqual({
      liaisons: [
        { name: '张建国', mobile: '138' },
        { name: '周敏', mobile: '139' },
      ],
    });
  });

  it('take a name that repeats as a list, and one that does not as a text', () => {
    expect(formValues(form(['q', 'building'], ['q', 'municipal'], ['name', '远筑']))).toEqual({
      q: ['building', 'municipal'],
      name: '远筑',
    });
  });

  it('nest names with points', () => {
    expect(formValues(form(['dues.dueOn', '06-30'], ['dues.graceDays', '30']))).toEqual({ dues: { dueOn: '06-30', graceDays: '30' } });
  });

  it("leave out files and the framework's own fields", () => {
    expect(formValues(form(['$ACTION_ID_1', ''], ['scan', new File(['x'], 'x.pdf')], ['name', '远筑']))).toEqual({ name: '远筑' });
  });

  it('hold no more rows than were sent, whatever number a row claims', () => {
    const values = formValues(form(['rows.99.name', 'a']));
    expect(values).toEqual({ rows: [{ name: 'a' }] });
  });

  it.each([
    '__proto__.admin',
    'constructor.prototype.admin',
    'rows.0.__proto__.admin',
    'a.__proto__.b',
    'a.constructor.prototype.b',
    '__proto__',
  ])('cannot be made to change what every object inherits: %s', (name) => {
    const values = formValues(form([name, 'yes'], ['name', '远筑']));
    expect(Reflect.get({}, 'admin')).toBeUndefined();
    expect(Reflect.get({}, 'b')).toBeUndefined();
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(values).toMatchObject({ name: '远筑' });
  });

  it('are what somebody typed, without the marks of a copy from elsewhere that no database takes', () => {
    expect(formValues(form(['na\u0000me', 'a\u0000b\u001b[31m\u0085'], ['note', '第一行\r\n第二行\t完']))).toEqual({
      name: 'ab[31m',
      note: '第一行\n第二行\t完',
    });
  });

  it.each(['toString', 'hasOwnProperty', 'valueOf.x'])('survive a field called %s', (name) => {
    expect(JSON.stringify(formValues(form([name, 'a'])))).toContain('"a"');
  });
});

describe('stored answers', () => {
  it('come back as texts, lists and rows, as a form shows them', () => {
    expect(storedValues({ amountFen: 3000, agreed: true, gone: null, q: ['a', 1], liaisons: [{ name: '张', age: 40 }] })).toEqual({
      amountFen: '3000',
      agreed: 'true',
      gone: undefined,
      q: ['a', '1'],
      liaisons: [{ name: '张', age: '40' }],
    });
  });

  it.each([null, undefined, 'text', 3, ['a']])('that are no object (%p) are an empty form', (stored) => {
    expect(storedValues(stored)).toEqual({});
  });
});
