import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultBoard } from './faults.ts';

export interface HostRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly stream: IncomingMessage;
}

export interface HostResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string | StoredFile;
}

export interface StoredFile {
  readonly path: string;
  readonly size: number;
}

/** A host of the box: a function from request to answer. Ranges, HEAD and faults are not its business. */
export type HostHandler = (request: HostRequest) => HostResponse | Promise<HostResponse>;

export interface BoxRequest {
  readonly method: string;
  readonly host: string;
  /** With the query. */
  readonly path: string;
  /** 0 when a fault kept the request from being answered. */
  readonly status: number;
  readonly userAgent: string | undefined;
}

/** Idle connections outlive every test, so that no client meets one that is just being closed. */
export const serverOptions = { keepAliveTimeout: 60_000 };

/** The log that a box shows, and the faults that strike its answers. */
export interface ExchangeContext {
  readonly requests: BoxRequest[];
  readonly faults: FaultBoard;
}

/** An object as CloudFront serves it from S3: with ETag, resumable. */
export function storedObject(body: Buffer, contentType: string): HostResponse {
  return {
    status: 200,
    headers: {
      'accept-ranges': 'bytes',
      'content-type': contentType,
      etag: `"${createHash('md5').update(body).digest('hex')}"`,
    },
    body,
  };
}

/** One request on the wire. */
export interface Exchange {
  /** The name that the client asked for. */
  readonly host: string;
  readonly handler: HostHandler;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  /** The TCP connection, below TLS where there is any. */
  readonly socket: Socket;
}

/** Takes one request from the wire to its handler and the answer, with its fault, back. */
export async function exchange(
  context: ExchangeContext,
  { host, handler, message, response, socket }: Exchange,
): Promise<void> {
  const url = new URL(message.url ?? '/', `https://${host}`);
  const method = message.method ?? 'GET';
  const path = `${url.pathname}${url.search}`;
  const fault = context.faults.take(host, method, path);
  const log = (status: number) =>
    context.requests.push({ method, host, path, status, userAgent: message.headers['user-agent'] });

  if (fault?.kind === 'reset' || fault?.kind === 'stall') {
    log(0);
    if (fault.kind === 'reset') socket.resetAndDestroy();
    return;
  }
  const request = { method, url, headers: message.headers, stream: message };
  const answer = await rangedAnswer(request, handler, fault);
  log(answer.status);
  await send(response, method, answer, fault, socket);
}

/** What a host sends, with the faults that concern ranges. */
async function rangedAnswer(
  request: HostRequest,
  handler: HostHandler,
  fault: Fault | undefined,
): Promise<Answer> {
  const { method, headers } = request;
  const whole = await answerTo(request, handler, fault);
  const asked = withRange(headers, method, whole);
  if (headers.range === undefined) return asked;
  if (fault?.kind === 'no-range') return withRange({}, method, whole);
  if (fault?.kind !== 'wrong-range') return asked;
  const range = headers.range.replace(/\d+/, (start) => String(Number(start) + fault.shift));
  const shifted = withRange({ ...headers, range }, method, whole);
  const said = (fault.lie ? asked : shifted).headers?.['content-range'] ?? '';
  return { ...shifted, headers: { ...shifted.headers, 'content-range': said } };
}

async function answerTo(
  request: HostRequest,
  handler: HostHandler,
  fault: Fault | undefined,
): Promise<HostResponse> {
  switch (fault?.kind) {
    case 'status':
      return {
        status: fault.status,
        headers: { 'content-type': 'text/plain', ...fault.headers },
        body: fault.body ?? '',
      };
    case 'replace':
      return storedObject(Buffer.from(fault.body), 'text/html');
    case 'serve':
      return handler({ ...request, url: new URL(fault.path, request.url) });
    case 'rewrite': {
      const answer = await handler(request);
      const { body = '' } = answer;
      return body instanceof Buffer || typeof body === 'string'
        ? storedObject(Buffer.from(body.toString().replaceAll(fault.from, fault.to)), 'text/plain')
        : answer;
    }
    default:
      return handler(request);
  }
}

interface Answer extends Omit<HostResponse, 'body'> {
  readonly body: Buffer | StoredFile;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** RFC 9110, 14: a single range; If-Range with the ETag. A list of ranges is answered in full. */
function withRange(headers: IncomingHttpHeaders, method: string, response: HostResponse): Answer {
  const { body: given = '' } = response;
  const body = typeof given === 'string' ? Buffer.from(given) : given;
  const size = sizeOf(body);
  const whole = { ...response, body, start: 0, end: size };
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '');
  const ifRange = headers['if-range'];
  if (!range || method !== 'GET' || response.status !== 200) return whole;
  if (response.headers?.['accept-ranges'] !== 'bytes') return whole;
  if (ifRange !== undefined && ifRange !== response.headers['etag']) return whole;
  const start = Number(range[1]);
  const end = range[2] ? Math.min(Number(range[2]) + 1, size) : size;
  if (start >= end) {
    return {
      status: 416,
      headers: { 'content-range': `bytes */${size}` },
      body: Buffer.alloc(0),
      start: 0,
      end: 0,
    };
  }
  const contentRange = `bytes ${start}-${end - 1}/${size}`;
  return { status: 206, headers: { ...response.headers, 'content-range': contentRange }, body, start, end };
}

async function send(
  response: ServerResponse,
  method: string,
  answer: Answer,
  fault: Fault | undefined,
  socket: Socket,
): Promise<void> {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.end - answer.start });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  if (fault?.kind === 'truncate' || fault?.kind === 'hang') {
    const part = { ...answer, end: Math.min(answer.end, answer.start + fault.bytes) };
    for await (const chunk of chunks(part)) {
      await new Promise((resolve) => response.write(chunk, resolve));
    }
    if (fault.kind === 'truncate') socket.destroy();
    return;
  }
  try {
    await pipeline(Readable.from(withFault(answer, fault)), response);
  } catch (error) {
    // A client may hang up at any time; that is no failure of the box.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function* withFault(answer: Answer, fault: Fault | undefined): AsyncGenerator<Buffer> {
  const damaged = Math.floor(sizeOf(answer.body) / 2);
  let position = answer.start;
  for await (const chunk of chunks(answer)) {
    const offset = damaged - position;
    position += chunk.length;
    if (fault?.kind === 'corrupt' && offset >= 0 && offset < chunk.length) {
      const copy = Buffer.from(chunk);
      copy.writeUInt8(copy.readUInt8(offset) ^ 0xff, offset);
      yield copy;
    } else if (fault?.kind === 'slow') {
      yield* slowly(chunk, fault.bytesPerSecond);
    } else {
      yield chunk;
    }
  }
}

async function* slowly(chunk: Buffer, bytesPerSecond: number): AsyncGenerator<Buffer> {
  const ticksPerSecond = 20;
  const step = Math.max(1, Math.floor(bytesPerSecond / ticksPerSecond));
  for (let at = 0; at < chunk.length; at += step) {
    const part = chunk.subarray(at, at + step);
    yield part;
    await sleep((part.length * 1000) / bytesPerSecond, undefined, { ref: false });
  }
}

async function* chunks({ body, start, end }: Answer): AsyncGenerator<Buffer> {
  if (start === end) return;
  if (Buffer.isBuffer(body)) yield body.subarray(start, end);
  else yield* createReadStream(body.path, { start, end: end - 1 });
}

function sizeOf(body: Buffer | StoredFile): number {
  return Buffer.isBuffer(body) ? body.length : body.size;
}

/** The whole body of a request that is known to be small. */
export function requestBody(request: HostRequest): Promise<Buffer> {
  return buffer(request.stream);
}
