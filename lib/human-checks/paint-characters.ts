import 'server-only';
import { randomInt } from 'node:crypto';
import sharp from 'sharp';
import { linesOf, type Point } from './strokes';

// Twice as large as it is shown, so that it stays sharp when a page is zoomed.
const WIDTH = 400;
const HEIGHT = 128;
const INK = { r: 20, g: 33, b: 46 };
const PAPER = 255;

/**
 * A PNG of 400 × 128 that shows the characters one after the other, each turned, slanted and bent a little differently,
 * with a few lines of the same ink across: easy for eyes, some work for programs.
 */
export async function paintCharacters(text: string): Promise<Buffer> {
  const ink = new Float32Array(WIDTH * HEIGHT);
  const field = WIDTH / (text.length + 0.6);
  const wave = { height: between(2, 6), length: between(50, 90), start: between(0, 6) };
  const bend = ({ x, y }: Point): Point => ({ x, y: y + wave.height * Math.sin(x / wave.length + wave.start) });
  [...text].forEach((character, n) => {
    const place = placing({ x: field * (n + 0.8), y: HEIGHT / 2 });
    for (const line of linesOf(character)) drawLine(ink, line.map(place).map(bend), between(6, 8.5));
  });
  for (let n = 0; n < 3; n++) drawLine(ink, crossing(n), between(3, 4.5));
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3, PAPER);
  ink.forEach((depth, at) => {
    for (const [channel, colour] of Object.values(INK).entries()) pixels[at * 3 + channel] = PAPER + (colour - PAPER) * depth;
  });
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png({ palette: true, colours: 16 })
    .toBuffer();
}

/** Sets a character down around a middle: turned, slanted, larger or smaller, its points a little off. */
function placing(middle: Point): (point: Point) => Point {
  const [turn, slant, size] = [between(-0.28, 0.28), between(-0.25, 0.25), between(4.4, 5.4)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const off = { x: between(-5, 5), y: between(-12, 12) };
  return (point) => {
    const x = (point.x - 5 + between(-0.4, 0.4) + slant * (7 - point.y)) * size;
    const y = (point.y - 7 + between(-0.4, 0.4)) * size;
    return { x: middle.x + off.x + x * cos - y * sin, y: middle.y + off.y + x * sin + y * cos };
  };
}

/** A line from side to side, at a height of its own. */
function crossing(n: number): Point[] {
  const [base, height, length, start] = [28 + n * 36, between(8, 18), between(35, 80), between(0, 6)];
  return Array.from({ length: 26 }, (_, step) => ({ x: step * 16, y: base + height * Math.sin((step * 16) / length + start) }));
}

function drawLine(ink: Float32Array, points: readonly Point[], thickness: number): void {
  for (const [n, from] of points.slice(0, -1).entries()) drawStretch(ink, from, points[n + 1] ?? from, thickness / 2);
}

/** Ink where the stretch is nearer than `radius`, softer over the last pixel. */
function drawStretch(ink: Float32Array, from: Point, to: Point, radius: number): void {
  const reach = radius + 1;
  const [left, right] = [Math.floor(Math.min(from.x, to.x) - reach), Math.ceil(Math.max(from.x, to.x) + reach)];
  const [top, bottom] = [Math.floor(Math.min(from.y, to.y) - reach), Math.ceil(Math.max(from.y, to.y) + reach)];
  for (let y = Math.max(0, top); y <= Math.min(HEIGHT - 1, bottom); y++) {
    for (let x = Math.max(0, left); x <= Math.min(WIDTH - 1, right); x++) {
      const depth = Math.min(1, Math.max(0, radius + 0.5 - distance({ x, y }, from, to)));
      const at = y * WIDTH + x;
      if (depth > (ink[at] ?? 0)) ink[at] = depth;
    }
  }
}

function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}

function between(low: number, high: number): number {
  return low + (randomInt(1_000_001) / 1_000_000) * (high - low);
}
