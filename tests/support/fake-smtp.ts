import { createServer, type Socket } from 'node:net';

export type Play = (socket: Socket) => void;
type Received = { from: string; to: string; data: string };

/** A mail server that takes every mail, but for what the test says it shall do at a command: `CONNECT`, `RCPT`, `DATA` … */
export class FakeSmtp {
  readonly received: Received[] = [];
  /** Every command, as it came. */
  readonly commands: string[] = [];
  private plays = new Map<string, Play>();
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.talk(socket));

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('it does not listen');
    return address.port;
  }

  at(command: string, play: Play): void {
    this.plays.set(command, play);
  }

  reset(): void {
    this.plays.clear();
    this.commands.length = 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    const mail = { from: '', to: '', data: '' };
    let unread = '';
    let inData = false;
    this.answer(socket, 'CONNECT', '220 fake');
    socket.on('data', (chunk) => {
      unread += chunk.toString('utf8');
      for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
        const line = unread.slice(0, end);
        unread = unread.slice(end + 2);
        if (inData) {
          inData = line !== '.';
          if (inData) mail.data += `${line}\n`;
          else this.take(socket, { ...mail });
        } else {
          const [name = ''] = line.toUpperCase().split(' ');
          this.commands.push(line);
          if (name === 'MAIL') mail.from = /<(.*?)>/.exec(line)?.[1] ?? '';
          if (name === 'RCPT') mail.to = /<(.*?)>/.exec(line)?.[1] ?? '';
          inData = this.answer(socket, name, usual[name] ?? '500 what?') && name === 'DATA';
        }
      }
    });
  }

  private take(socket: Socket, mail: Received): void {
    if (this.answer(socket, 'END', '250 queued as 4711')) this.received.push(mail);
  }

  private answer(socket: Socket, command: string, words: string): boolean {
    const play = this.plays.get(command);
    if (play) play(socket);
    else socket.write(`${words}\r\n`);
    return !play;
  }
}

const usual: Record<string, string> = {
  EHLO: '250-fake\r\n250 AUTH PLAIN',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  QUIT: '221 bye',
};

export const say =
  (words: string): Play =>
  (socket) => {
    socket.write(`${words}\r\n`);
  };

export const hang: Play = () => undefined;

export const cut: Play = (socket) => socket.destroy();

/** Right, but when nobody waits for it any more. */
export const answerLate =
  (words: string, milliseconds: number): Play =>
  (socket) => {
    setTimeout(() => socket.writable && socket.write(`${words}\r\n`), milliseconds);
  };

/** A line that never ends, a letter at a time: never silent, never done. */
export const drip: Play = (socket) => {
  const timer = setInterval(() => (socket.writable ? socket.write('2') : clearInterval(timer)), 50);
  socket.on('close', () => clearInterval(timer));
};
