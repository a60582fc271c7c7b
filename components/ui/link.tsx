import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A way to another page of ours. Nothing is fetched ahead: every page is made for one person at one moment, and a list of
 * fifty rows would ask the server fifty times before anybody has chosen one.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
