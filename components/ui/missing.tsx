/** Where a value should stand and none does. */
export function Missing() {
  return <span className="text-warn">未填写</span>;
}
