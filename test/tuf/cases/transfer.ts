import type { TargetsContent } from '../../box/tuf-repository.ts';
import { type Answer, type Cases, image, imageName, type Responder, type TufCase } from '../case.ts';

const half = image.length / 2;
const changed = Buffer.from(image);
changed[half] = (image[half] ?? 0) ^ 1;
const resumes = 'more patient: length and sha256 decide in the end, whatever way the bytes came';

const at = (...answers: readonly Answer[]): TufCase => ({
  serve: ({ targets }) => ({ [`targets/${[...targets.keys()][0] ?? ''}`]: answers }),
});
const edited = (change: (target: { length: number }) => unknown): TufCase => ({
  build: {
    edit: { targets: (content: TargetsContent) => void change(content.targets[imageName] ?? { length: 0 }) },
  },
});
/** The first position that is asked for. */
const from = (range: string | undefined) => Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
const rest: Responder = ({ headers }, response, file) => {
  const start = from(headers.range);
  response.writeHead(start === 0 ? 200 : 206, {
    'accept-ranges': 'bytes',
    'content-length': file.length - start,
    ...(start > 0 && { 'content-range': `bytes ${start}-${file.length - 1}/${file.length}` }),
  });
  response.end(file.subarray(start));
};
/** Half of the file, then something else. */
const halfThen =
  (then: 'reset' | 'end' | 'silence', headers: Readonly<Record<string, string>> = {}): Responder =>
  (request, response, file) => {
    response.writeHead(200, { 'content-length': file.length, ...headers });
    response.write(file.subarray(0, half), () => {
      if (then === 'reset') request.socket.resetAndDestroy();
      else if (then === 'end') request.socket.end();
    });
  };
const ranges = { 'accept-ranges': 'bytes' };
const drip: Responder = (_, response, file) => {
  response.writeHead(200, { 'content-length': file.length });
  const pieces = 10;
  const size = file.length / pieces;
  const send = (index: number): void => {
    if (index === pieces) response.end();
    else
      response.write(file.subarray(index * size, (index + 1) * size), () => setTimeout(send, 30, index + 1));
  };
  send(0);
};
const endless: Responder = (_, response) => {
  response.writeHead(200);
  const send = () => {
    if (!response.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(send));
  };
  send();
};

/** How the bytes come (TUF specification §5.7.3). */
export const transferCases: Cases = {
  'the image has one byte changed': at(changed),
  'the image has one byte changed, once': { ...at(changed, 'file'), why: resumes },
  'the image is cut short, without a word': at(image.subarray(0, half)),
  'the image has 100 bytes more': at(Buffer.concat([image, Buffer.alloc(100)])),
  'the image never ends': at(endless),
  'the signed length is larger than the image': {
    ...edited((target) => (target.length += 1)),
    why: 'stricter: a signed length is the length (TUF specification §5.7.3)',
  },
  'the signed length is smaller than the image': edited((target) => (target.length -= 1)),
  'the signed length is negative': edited((target) => (target.length = -1)),
  'the image is empty': { build: { targets: { [imageName]: Buffer.alloc(0) } } },
  'the image comes in chunks without a length': at((_, response, file) => {
    response.writeHead(200);
    response.write(file.subarray(0, half), () => response.end(file.subarray(half)));
  }),
  'the image redirects to the file': {
    serve: ({ targets }) => {
      const [[name, bytes] = ['', Buffer.alloc(0)]] = [...targets];
      return {
        [`targets/${name}`]: (_, response) => response.writeHead(302, { location: '/moved' }).end(),
        moved: bytes,
      };
    },
  },
  'the image redirects for ever': at((request, response) =>
    response.writeHead(302, { location: request.url }).end(),
  ),
  'the image answers 403': at(403),
  'the image answers 404': at(404),
  'the image answers 429, once': { ...at(429, 'file'), why: resumes },
  'the image answers 429, for good': at(429),
  'the image answers 500 four times': at(500, 500, 500, 500, 'file'),
  'the image answers 500, for good': at(500),
  'the image is reset before the first byte, for good': at('reset'),
  'the image is reset in the middle; the host knows ranges': {
    ...at(halfThen('reset', ranges), rest),
    why: resumes,
  },
  'the image is reset in the middle; the host knows no ranges': {
    ...at(halfThen('reset'), 'file'),
    why: resumes,
  },
  'the connection ends in the middle; the host knows ranges': {
    ...at(halfThen('end', ranges), rest),
    why: resumes,
  },
  'the connection ends in the middle, each time at the same byte': at(halfThen('end')),
  'the rest that is sent is of another file': at(halfThen('reset', ranges), (request, response) =>
    rest(request, response, changed.map((byte) => byte ^ 1) as Buffer),
  ),
  'the image stalls in the middle; the host knows ranges': {
    ...at(halfThen('silence', ranges), rest),
    timeoutMs: 300,
    isSlow: true,
    known: { verdict: 'accepted', words: 'a Range request after 30 s' },
  },
  'the image stalls in the middle; the host knows no ranges': {
    ...at(halfThen('silence'), 'file'),
    timeoutMs: 300,
    isSlow: true,
    known: { verdict: 'refused', words: 'error after 30.7 s' },
    why: resumes,
  },
  'the image stalls, and the host answers a Range request with all of it': {
    ...at(halfThen('silence', ranges), 'file'),
    timeoutMs: 300,
    isSlow: true,
    known: { verdict: 'refused', words: 'appended: Maximum size … exceeded' },
    why: resumes,
  },
  'the image drips, slower in all than the time-out': {
    ...at(drip),
    timeoutMs: 300,
    isSlow: true,
    known: { verdict: 'accepted', words: '60 s: two Range requests, one each 30 s' },
  },
  'the image drips for longer than five times the time-out': {
    ...at(drip),
    timeoutMs: 150,
    isSlow: true,
    known: { verdict: 'refused', words: 'error after 151.6 s: five tries of 30 s, whatever arrives' },
    why: resumes,
  },
  'the timestamp never answers': {
    serve: () => ({ 'metadata/timestamp.json': () => undefined }),
    timeoutMs: 100,
    isSlow: true,
    known: { verdict: 'refused', words: 'error after 151.2 s, 5 requests' },
  },
  'the timestamp is reset once': { serve: () => ({ 'metadata/timestamp.json': ['reset', 'file'] }) },
};
