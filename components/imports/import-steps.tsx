const STEPS = ['下载模板，填好数据', '上传，逐格检查', '核对数字', '导入'] as const;

/** Where an import stands; what comes after is not done before somebody says so. */
export function ImportSteps({ current }: { current: number }) {
  return (
    <ol className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4" aria-label="导入的步骤">
      {STEPS.map((label, index) => (
        <li
          key={label}
          aria-current={index === current ? 'step' : undefined}
          className={`bg-white px-4 py-3 text-[15px] ${index === current ? 'font-semibold shadow-[inset_0_-3px_var(--color-accent)]' : 'text-ink-3'}`}
        >
          <span className="num mr-2">{index + 1}</span>
          {label}
          {index < current && <span className="ml-2 text-sm text-ok">已完成</span>}
        </li>
      ))}
    </ol>
  );
}
