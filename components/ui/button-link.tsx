import type { ComponentProps } from 'react';
import { buttonClass, type Look, type Size } from './button';
import { Link } from './link';

type ButtonLinkProps = ComponentProps<typeof Link> & { look?: Look; size?: Size };

/** Apart from the button, so that a page that failed does not load the router's links. */
export function ButtonLink({ look, size, className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClass(look, size, className)} {...rest} />;
}
