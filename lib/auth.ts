import 'server-only';
import NextAuth, { CredentialsSignin } from 'next-auth';
import { decode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import * as z from 'zod';
import { signInSchema } from './accounts/schema';
import { endSession, openSession, SESSION_HOURS } from './accounts/sessions';
import { verifyCredentials } from './accounts/verify-credentials';
import { clientAddress } from './client-address';
import { env } from './env';
import { DomainError } from './errors';
import { logger } from './logger';

/** Carries a refusal through NextAuth: the code is all that survives. */
class Refused extends CredentialsSignin {
  constructor(error: DomainError) {
    super();
    this.code = [error.code, error.details.retryAt?.toISOString() ?? ''].join('|');
  }
}

/** What a failed sign-in means: the refusal that `authorize` met, or a wrong phone or password. */
export function refusalOfSignIn({ code }: CredentialsSignin): DomainError {
  const [name, retryAt] = code.split('|');
  if (name === 'busy') return new DomainError('busy');
  return name === 'limited' && retryAt ? new DomainError('limited', { retryAt: new Date(retryAt) }) : new DomainError('wrongPassword');
}

const tokenShape = z.object({ sid: z.string() });
const secure = () => env().SITE_URL.startsWith('https:');

/** `__Host-` needs https; a plain-http demo on a local network does without. */
export function sessionCookieName(): string {
  return secure() ? '__Host-session' : 'session';
}

/**
 * NextAuth with one provider. The cookie's token carries only a random session id; the session itself is a row that
 * every request checks (lib/session.ts). Limits and lockout sit in `authorize`, because NextAuth's own callback route
 * reaches it without our action.
 */
export const { handlers, signIn, signOut } = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
  pages: { signIn: '/login', signOut: '/login', error: '/login' },
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() },
    },
  },
  providers: [
    Credentials({
      credentials: { phone: {}, password: {} },
      async authorize(given, request) {
        const input = signInSchema.safeParse(given);
        if (!input.success) return null;
        const address = clientAddress(request.headers);
        try {
          const found = await verifyCredentials({ ...input.data, address });
          if (!found) return null;
          return { id: await openSession({ ...found, address, userAgent: request.headers.get('user-agent') ?? '' }) };
        } catch (error) {
          if (error instanceof DomainError) throw new Refused(error);
          throw error;
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user?.id ? { sid: user.id } : token),
    // What is returned here is served to page scripts: nothing but the end.
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut(message) {
      const token = tokenShape.safeParse('token' in message ? message.token : null);
      if (token.success) await endSession(token.data.sid);
    },
  },
  logger: {
    // NextAuth throws for each wrong password; that is no fault.
    error: (error) => (error instanceof CredentialsSignin ? undefined : logger().error({ err: error }, 'next-auth')),
    warn: (code) => logger().debug({ code }, 'next-auth'),
    debug: () => undefined,
  },
}));

const KEPT_TOKENS = 5_000;
const sessionIds = new Map<string, string>();

/**
 * The session id in a cookie's token, or null when the token is not ours. A token always says the same, and opening one
 * is costly: what was read is kept. Whether the session still stands is the row's to say.
 */
export async function readSessionToken(token: string): Promise<string | null> {
  const known = sessionIds.get(token);
  if (known) return known;
  const payload = await decode({ token, secret: env().AUTH_SECRET, salt: sessionCookieName() }).catch(() => null);
  const parsed = tokenShape.safeParse(payload);
  if (!parsed.success) return null;
  if (sessionIds.size >= KEPT_TOKENS) sessionIds.clear();
  sessionIds.set(token, parsed.data.sid);
  return parsed.data.sid;
}
