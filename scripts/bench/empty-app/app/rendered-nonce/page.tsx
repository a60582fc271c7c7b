import { headers } from 'next/headers';

export default async function RenderedWithNoncePage() {
  return (
    <main>
      <h1>会员服务</h1>
      <p>rendered-marker {(await headers()).get('accept')}</p>
    </main>
  );
}
