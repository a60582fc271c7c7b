// Empty, and needed: the bundler would otherwise find the product's above this folder.
export function register(): void {}
