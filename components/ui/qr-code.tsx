import qrcode from 'qrcode';

type QrCodeProps = { text: string; label: string; className?: string };

const QUIET = 4; // modules of white around it, as the standard asks

/**
 * A QR picture drawn as one vector path: no image to load, nothing that the content policy would refuse. A screen has no
 * dirt or folds, so the least correction, which makes the coarsest picture.
 */
export function QrCode({ text, label, className = '' }: QrCodeProps) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'L' });
  const side = modules.size + 2 * QUIET;
  const path = Array.from({ length: modules.size }, (_, row) => rowPath(row, modules.size, (column) => Boolean(modules.get(row, column))));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" className={`bg-white ${className}`}>
      <path className="fill-ink" d={path.join('')} />
    </svg>
  );
}

/** The dark stretches of a row, each as one box. */
function rowPath(row: number, size: number, isDark: (column: number) => boolean): string {
  let path = '';
  for (let column = 0; column < size; column++) {
    const from = column;
    while (column < size && isDark(column)) column++;
    if (column > from) path += `M${from + QUIET} ${row + QUIET}h${column - from}v1h${from - column}z`;
  }
  return path;
}
