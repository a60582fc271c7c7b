import { createServer, type ServerResponse } from 'node:http';
import { createServer as createSocketServer } from 'node:net';

type Play = (response: ServerResponse) => void;

/** A server that answers as Aliyun's SMS service does, with what the test says next; else it takes every message. */
export class FakeAliyun {
  readonly asked: Record<string, string>[] = [];
  private play: Play = answer(200, { Code: 'OK', Message: 'OK', BizId: '900619746936498440^0', RequestId: 'R-1' });
  private readonly server = createServer((request, response) => {
    this.asked.push(Object.fromEntries(new URL(request.url ?? '/', 'http://aliyun').searchParams));
    request.resume().on('end', () => this.play(response));
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return addressOf(this.server.address());
  }

  next(play: Play): void {
    this.play = play;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const answer =
  (status: number, body: object): Play =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };

export const answerText =
  (status: number, body: string): Play =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end(body);
  };

export const hang: Play = () => undefined;

export const cut: Play = (response) => response.destroy();

/** An address at which nobody listens: a port that was free a moment ago. */
export async function deadAddress(): Promise<string> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = addressOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return address;
}

function addressOf(address: ReturnType<ReturnType<typeof createSocketServer>['address']>): string {
  if (!address || typeof address === 'string') throw new Error('it does not listen');
  return `127.0.0.1:${address.port}`;
}
