/** How each character of a picture is drawn: lines through points, on a field ten wide and fourteen high. */
const strokes: Record<string, string> = {
  '3': '1,2 3,0 7,0 9,2 9,5 7,7 4,7|7,7 9,9 9,12 7,14 3,14 1,12',
  '4': '7,14 7,0 0,9 10,9',
  '6': '9,2 7,0 4,0 1,3 1,11 3,14 7,14 9,12 9,9 7,7 3,7 1,9',
  '7': '0,0 10,0 4,14',
  '9': '1,12 3,14 6,14 9,11 9,3 7,0 3,0 1,2 1,5 3,7 7,7 9,5',
  A: '0,14 5,0 10,14|2,9 8,9',
  C: '9,3 7,0 3,0 1,3 1,11 3,14 7,14 9,11',
  E: '9,0 1,0 1,14 9,14|1,7 7,7',
  H: '1,0 1,14|9,0 9,14|1,7 9,7',
  K: '1,0 1,14|9,0 1,8|4,6 9,14',
  M: '0,14 1,0 5,8 9,0 10,14',
  N: '1,14 1,0 9,14 9,0',
  P: '1,14 1,0 6,0 9,2 9,5 6,8 1,8',
  R: '1,14 1,0 6,0 9,2 9,5 6,7 1,7|5,7 9,14',
  T: '0,0 10,0|5,0 5,14',
  W: '0,0 2,14 5,5 8,14 10,0',
  X: '0,0 10,14|10,0 0,14',
  Y: '0,0 5,7 10,0|5,7 5,14',
};

/** None that looks like another: no 0 and O, 1 and I, 2 and Z, 5 and S, 8 and B, E and F, U and V. */
export const CHARACTERS = Object.keys(strokes);

export type Point = { x: number; y: number };

/** The lines of a character as points, x from 0 to 10 and y from 0 to 14, down the page. */
export function linesOf(character: string): Point[][] {
  return (strokes[character] ?? '').split('|').map((line) =>
    line.split(' ').map((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number);
      return { x, y };
    }),
  );
}
