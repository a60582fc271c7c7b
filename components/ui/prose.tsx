/** A long text of ours: lines that start with `## ` are headings, every other line is a paragraph. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="max-w-[40em] leading-[1.8]">
      {text
        .split('\n')
        .filter((line) => line.trim())
        .map((line, index) =>
          line.startsWith('## ') ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is shown
            <h3 key={index} className="mt-6 mb-2 text-lg font-strong first:mt-0">
              {line.slice(3)}
            </h3>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is shown
            <p key={index} className="mb-2.5">
              {line}
            </p>
          ),
        )}
    </div>
  );
}
