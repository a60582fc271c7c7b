export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_PAGES = 20;
export const ACCEPTED_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
