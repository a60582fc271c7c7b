export default function StaticPage() {
  return (
    <main>
      <h1>会员服务</h1>
      <p>static-marker</p>
    </main>
  );
}
