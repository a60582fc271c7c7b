/** Stands for next/navigation in component tests: where the page is, and what it asked of the router. */
export const router = { refresh: jest.fn() };

let address = new URL('http://localhost/');

/** Where the next rendering takes place. */
export function visit(path: string): void {
  address = new URL(path, 'http://localhost');
}

export const useRouter = () => router;
export const usePathname = () => address.pathname;
export const useSearchParams = () => address.searchParams;

/** In Next what redirect() and notFound() throw goes on; here neither is called. */
export const unstable_rethrow = () => undefined;
