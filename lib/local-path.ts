/** A path of this site, or null: nobody is led to another site after signing in. */
export function localPath(text: string): string | null {
  return /^\/(?![/\\])[^\s\\]*$/.test(text) && !text.startsWith('/login') ? text : null;
}
