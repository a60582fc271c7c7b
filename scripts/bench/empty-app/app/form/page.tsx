import { redirect } from 'next/navigation';
import { db } from '../../lib/db';

async function join(form: FormData) {
  'use server';
  const text = (name: string) => String(form.get(name) ?? '');
  await db.entry.create({
    data: { name: text('name'), code: text('code'), person: text('person'), mobile: text('mobile'), email: text('email') },
  });
  redirect('/static');
}

export default function FormPage() {
  return (
    <form action={join}>
      <input name="name" required />
      <input name="code" required />
      <input name="person" required />
      <input name="mobile" required />
      <input name="email" required />
      <button type="submit">提交</button>
    </form>
  );
}
