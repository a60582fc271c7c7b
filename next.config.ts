import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The demo and the tests build what `npm run check` has looked at; `npm run build` looks for itself.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === '1' },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=(), payment=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
      ],
    },
    // Files and answers to scripts: never a page, whatever their bytes say.
    { source: '/api/:path*', headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" }] },
  ],
  // Native or file-reading packages that a bundler would break.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@hyzyla/pdfium',
    'chinese-days',
    'fontkit',
    '@alicloud/dysmsapi20170525',
    '@alicloud/openapi-core',
    'graphile-worker',
    'pdfkit',
    'pg',
    'pino',
    'sharp',
  ],
  // Read from disk at run time, so the tracer does not see them.
  outputFileTracingIncludes: {
    '/*': [
      './node_modules/@expo-google-fonts/noto-sans-sc/{400Regular,700Bold}/*.ttf',
      './node_modules/@expo-google-fonts/noto-serif-sc/{400Regular,700Bold}/*.ttf',
      './node_modules/@hyzyla/pdfium/dist/**',
    ],
  },
};

export default config;
