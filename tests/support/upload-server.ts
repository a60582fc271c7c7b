import { act, waitFor } from '@testing-library/react';

type Answer = { status: number; body: unknown };

/** The server's side of uploads and the wire between: the test lets bytes arrive, cuts the wire, refuses. */
export type UploadServer = {
  /** What was announced, and which of it was sent to be judged. */
  announced: unknown[];
  completed: string[];
  /** The next file that is announced is refused with these words. */
  refuseAnnouncement: (error: string) => void;
  /** The next file that has arrived is refused with these words. */
  refuseArrived: (error: string) => void;
  /** What came over the wire, oldest first. */
  bodies: unknown[];
  /** This share of the newest file has arrived. */
  arrive: (share: number) => Promise<void>;
  /** All of the newest file has arrived, and was answered with this status. */
  finish: (status?: number) => Promise<void>;
  cutWire: () => Promise<void>;
};

export function uploadServer(): UploadServer {
  const wires: FakeRequest[] = [];
  const refusals = { announcement: '', arrived: '' };
  const announced: unknown[] = [];
  const completed: string[] = [];
  Object.assign(globalThis, {
    XMLHttpRequest: class extends FakeRequest {
      constructor() {
        super();
        wires.push(this);
      }
    },
    fetch: async (url: string, { body, signal }: { body: string; signal: AbortSignal }) => {
      const { status, body: answered } = url === '/api/uploads' ? announce(JSON.parse(body)) : complete(url);
      if (signal.aborted) throw new DOMException('', 'AbortError');
      return { ok: status < 300, status, json: async () => answered };
    },
  });

  function announce(announcement: unknown): Answer {
    if (refusals.announcement) return refused('announcement');
    announced.push(announcement);
    const fileId = `f-${announced.length}`;
    return { status: 200, body: { fileId, address: { method: 'PUT', url: `/content/${fileId}`, fields: {} } } };
  }

  function complete(url: string): Answer {
    if (refusals.arrived) return refused('arrived');
    completed.push(url);
    return { status: 200, body: {} };
  }

  function refused(move: keyof typeof refusals): Answer {
    const error = refusals[move];
    refusals[move] = '';
    return { status: 422, body: { error } };
  }

  async function newest(): Promise<FakeRequest> {
    return waitFor(() => {
      const wire = wires.at(-1);
      if (!wire?.sending) throw new Error('no file is on its way');
      return wire;
    });
  }

  const onWire = async (event: (wire: FakeRequest) => void) => {
    const wire = await newest();
    await act(async () => event(wire));
  };

  return {
    announced,
    completed,
    get bodies() {
      return wires.map(({ body }) => body);
    },
    refuseAnnouncement: (error) => Object.assign(refusals, { announcement: error }),
    refuseArrived: (error) => Object.assign(refusals, { arrived: error }),
    arrive: (share) => onWire((wire) => wire.upload.onprogress?.({ loaded: share * 1000, total: 1000 })),
    finish: (status = 204) => onWire((wire) => wire.end(() => Object.assign(wire, { status }).onload?.())),
    cutWire: () => onWire((wire) => wire.end(() => wire.onerror?.())),
  };
}

class FakeRequest {
  upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 0;
  body: unknown;
  sending = false;
  open(): void {}

  send(body: unknown): void {
    this.body = body;
    this.sending = true;
  }
  abort(): void {
    if (this.sending) this.end(() => this.onabort?.());
  }
  end(answer: () => void): void {
    this.sending = false;
    answer();
  }
}
