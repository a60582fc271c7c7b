import net from 'node:net';

export type Answer = { status: number; headers: Record<string, string>; body: Buffer };
type Head = { status: number; headers: Record<string, string>; cookies: string[]; untilClose: boolean };
type Exchange = { take: (chunk: Buffer) => void; end: () => void; fail: (message: string) => void };

const HEAD_END = Buffer.from('\r\n\r\n');
const PATIENCE_MS = 60_000;

class Unanswered extends Error {}

/** One keep-alive connection on a raw socket, with cookies: cheap, so that the driver takes little from the server beside it. */
export class HttpClient {
  readonly cookies = new Map<string, string>();
  readonly origin: string;
  private socket: net.Socket | null = null;
  private exchange: Exchange | null = null;

  constructor(
    base: string,
    /** Added to each request. */
    private readonly headers: () => Record<string, string> = () => ({}),
  ) {
    this.origin = new URL(base).origin;
  }

  get(path: string): Promise<Answer> {
    return this.request('GET', path);
  }

  post(path: string, body: string, type: string): Promise<Answer> {
    return this.request('POST', path, body, { 'content-type': type, origin: this.origin });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private async request(method: string, path: string, body = '', headers: Record<string, string> = {}): Promise<Answer> {
    const reused = this.socket !== null;
    try {
      return await this.ask(method, path, body, headers);
    } catch (error) {
      this.close();
      // A server may close an idle connection just as we write: once more, on a new one.
      if (reused && error instanceof Unanswered) return this.ask(method, path, body, headers);
      throw error;
    }
  }

  private async ask(method: string, path: string, body: string, headers: Record<string, string>): Promise<Answer> {
    const socket = this.socket ?? (await this.connect());
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = {
      host: new URL(this.origin).host,
      accept: 'text/html,*/*',
      ...this.headers(),
      ...headers,
      ...(cookie && { cookie }),
      ...(method === 'POST' && { 'content-length': String(Buffer.byteLength(body)) }),
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const answer = this.read();
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
    return answer;
  }

  private connect(): Promise<net.Socket> {
    const { hostname, port } = new URL(this.origin);
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(port), hostname);
      socket.setNoDelay(true);
      socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('timeout')));
      socket.once('connect', () => {
        this.socket = socket;
        resolve(socket);
      });
      socket.on('data', (chunk) => this.exchange?.take(chunk));
      socket.on('error', (error) => (this.exchange ? this.exchange.fail(error.message) : reject(error)));
      socket.on('close', () => {
        if (this.socket === socket) this.socket = null;
        this.exchange?.end();
      });
    });
  }

  private read(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let bytes: Buffer = Buffer.alloc(0);
      let head: Head | null = null;
      const finish = (body: Buffer) => {
        this.exchange = null;
        if (!head) return;
        for (const line of head.cookies) this.keepCookie(line);
        if (head.headers.connection?.toLowerCase() === 'close') this.close();
        resolve({ status: head.status, headers: head.headers, body });
      };
      this.exchange = {
        fail: (message) => {
          this.exchange = null;
          reject(head || bytes.length ? new Error(message) : new Unanswered(message));
        },
        end: () => (head?.untilClose ? finish(bytes) : this.exchange?.fail('closed')),
        take: (chunk) => {
          bytes = bytes.length ? Buffer.concat([bytes, chunk]) : chunk;
          if (!head) {
            const end = bytes.indexOf(HEAD_END);
            if (end < 0) return;
            head = parseHead(bytes.toString('latin1', 0, end));
            bytes = bytes.subarray(end + 4);
          }
          const body = bodyOf(head, bytes);
          if (body) finish(body);
        },
      };
    });
  }

  private keepCookie(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (value && !attributes.some((text) => /^\s*max-age=0\s*$/i.test(text))) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }
}

function parseHead(text: string): Head {
  const [first = '', ...lines] = text.split('\r\n');
  const pairs = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  const headers = Object.fromEntries(pairs.filter(([name]) => name !== 'set-cookie'));
  const cookies = pairs.flatMap(([name, value]) => (name === 'set-cookie' ? [value] : []));
  const untilClose = headers['content-length'] === undefined && headers['transfer-encoding'] !== 'chunked';
  return { status: Number(first.slice(9, 12)), headers, cookies, untilClose };
}

/** The whole body once it is there, else null. */
function bodyOf({ status, headers }: Head, bytes: Buffer): Buffer | null {
  if (status === 204 || status === 304) return Buffer.alloc(0);
  if (headers['content-length'] !== undefined) {
    const length = Number(headers['content-length']);
    return bytes.length >= length ? bytes.subarray(0, length) : null;
  }
  // Unpacked only when the last chunk can be there.
  const mayEnd = headers['transfer-encoding'] === 'chunked' && bytes.toString('latin1', Math.max(0, bytes.length - 5)) === '0\r\n\r\n';
  return mayEnd ? dechunk(bytes) : null;
}

function dechunk(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (size === 0) return Buffer.concat(parts);
    if (line + 2 + size > bytes.length) return null;
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 4 + size;
  }
}
