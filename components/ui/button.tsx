import type { ComponentProps } from 'react';

export type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
export type Size = 'normal' | 'small';

const looks: Record<Look, string> = {
  primary: 'border-brand bg-brand text-white hover:bg-brand-strong',
  secondary: 'border-brand bg-white text-brand hover:bg-brand-soft',
  quiet: 'border-transparent bg-transparent text-brand hover:bg-brand-soft',
  danger: 'border-bad bg-white text-bad hover:bg-bad-soft',
};
const sizes: Record<Size, string> = { normal: 'min-h-11 px-5', small: 'min-h-11 px-3 text-sm md:min-h-9' };

export function buttonClass(look: Look = 'primary', size: Size = 'normal', className = ''): string {
  return `button ${looks[look]} ${sizes[size]} ${className}`;
}

type ButtonProps = ComponentProps<'button'> & {
  look?: Look;
  size?: Size;
  /** A key that presses it where the page listens for keys. */
  shortcut?: string;
};

export function Button({ look, size, shortcut, className, type = 'button', ...rest }: ButtonProps) {
  const keys = shortcut && { 'data-key': shortcut, 'aria-keyshortcuts': shortcut };
  return <button type={type} className={buttonClass(look, size, className)} {...keys} {...rest} />;
}

/** For files: an ordinary link, which the router leaves to the browser. */
export function DownloadLink({ look = 'secondary', size, className, ...rest }: ComponentProps<'a'> & { look?: Look; size?: Size }) {
  return <a className={buttonClass(look, size, className)} {...rest} />;
}
