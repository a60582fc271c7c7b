/** The heading of the page for an address that leads nowhere. */
export const NOT_FOUND = '没有找到这个页面';
