/** Three rising bars: a placeholder until the association's own emblem is set. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 30 30" className="size-7.5 flex-none">
      <path className="fill-brand" d="M0 16h9v14H0zM10.5 0h9v30h-9z" />
      <path className="fill-accent" d="M21 9h9v21h-9z" />
    </svg>
  );
}
