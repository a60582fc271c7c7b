import { connection } from 'next/server';
import { db } from '../../lib/db';

type Search = Promise<{ after?: string; search?: string }>;

export default async function ListPage({ searchParams }: { searchParams: Search }) {
  await connection();
  const { after, search } = await searchParams;
  const members = await db.member.findMany({
    where: { ...(after && { id: { gt: Number(after) } }), ...(search && { name: { contains: search } }) },
    orderBy: { id: 'asc' },
    take: 20,
  });
  return (
    <main>
      <h1>会员列表</h1>
      <table>
        <thead>
          <tr>
            <th>名称</th>
            <th>信用代码</th>
            <th>地区</th>
            <th>联系人</th>
            <th>手机</th>
            <th>邮箱</th>
            <th>等级</th>
            <th>状态</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name, code, province, person, mobile, email, level, status }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{code}</td>
              <td>{province}</td>
              <td>{person}</td>
              <td>{mobile}</td>
              <td>{email}</td>
              <td>{level}</td>
              <td>{status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
