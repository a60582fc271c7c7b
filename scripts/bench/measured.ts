import type { EmptyPage } from './empty-app';
import type { HttpClient } from './http-client';
import type { Page } from './load';

export const sizes = ['small', 'large', 'huge'] as const;
export type Size = (typeof sizes)[number];
export const sizeWords: Readonly<Record<Size, string>> = { small: '1 万', large: '10 万', huge: '100 万' };

/** A page of the product, with the shape of E that it is held against. */
export type Measured = Page & {
  name: string;
  beside: EmptyPage;
  /** The share of E's rate that it should reach. */
  aim: number;
  on: Size;
  clients?: readonly number[];
  /** Adds rows: measured after the reads. */
  writes?: true;
};

const ALONE_AND_TWENTY = [1, 20] as const;
export const FEW = ALONE_AND_TWENTY;

export function as(client: HttpClient, session = ''): HttpClient {
  client.cookies.set('session', session);
  return client;
}

/** Hands out each item once. */
export class Queue<T> {
  private at = 0;
  constructor(private readonly items: readonly T[]) {}

  next(): T {
    const item = this.items[this.at++];
    if (item === undefined) throw new Error('the bench has used up its rows: seed more');
    return item;
  }
}
