import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './nginx.ts';

/** The credentials that the stand-in of aws-actions/configure-aws-credentials leaves. */
const credentials = ['--access', 'AKIAEXAMPLE', '--secret', 'canary-of-aws'] as const;

/** What becomes of an export. */
export interface Export {
  readonly end: 'completed' | 'deleted';
  readonly message?: string;
  /** Of the AWS Marketplace, on the image. */
  readonly productCode?: string;
}

export interface StandInAws extends AsyncDisposable {
  /** For the AWS CLI. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder of all buckets. */
  readonly buckets: string;
  /** Parameters of each request to EC2. */
  readonly requests: readonly URLSearchParams[];
  /** How the next exports end. */
  export: Export;
}

/**
 * S3 as versitygw speaks it over a folder, with its real checks of signatures; and of EC2 the three calls of an export,
 * which no free server knows. Like EC2 it puts the id of the task right behind the prefix.
 */
export async function startStandInAws(folder: string): Promise<StandInAws> {
  const buckets = join(folder, 's3');
  mkdirSync(buckets, { recursive: true });
  const port = await freePort();
  const s3 = spawn('versitygw', [
    ...['--port', `127.0.0.1:${port}`, '--region', 'us-west-2', ...credentials, '--quiet', 'posix', buckets],
  ]);
  const ended = once(s3, 'exit');
  const requests: URLSearchParams[] = [];
  const state: { export: Export; asked: number } = { export: { end: 'completed' }, asked: 0 };
  const ec2 = createServer(async (request, response) => {
    const parameters = new URLSearchParams(await text(request));
    requests.push(parameters);
    response.setHeader('content-type', 'text/xml').end(answer(parameters, state, buckets, requests));
  });
  ec2.listen(0, '127.0.0.1');
  await once(ec2, 'listening');
  const address = ec2.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  for (let attempt = 0; !(await isThere(`http://127.0.0.1:${port}/`)); attempt += 1) {
    if (s3.exitCode !== null || attempt === 100) throw new Error('versitygw does not start');
    await setTimeout(50);
  }
  return {
    environment: {
      AWS_ENDPOINT_URL_EC2: `http://127.0.0.1:${address.port}`,
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    },
    buckets,
    requests,
    get export() {
      return state.export;
    },
    set export(next) {
      state.export = next;
    },
    [Symbol.asyncDispose]: async () => {
      s3.kill('SIGTERM');
      ec2.closeAllConnections();
      ec2.close();
      await ended;
    },
  };
}

const taskId = 'export-ami-0123456789abcdef0';

function answer(
  parameters: URLSearchParams,
  state: { readonly export: Export; asked: number },
  buckets: string,
  requests: readonly URLSearchParams[],
): string {
  const action = parameters.get('Action') ?? '';
  const { end, message = '', productCode } = state.export;
  switch (action) {
    case 'DescribeImages': {
      const code = `<productCodes><item><productCode>${productCode}</productCode><type>marketplace</type></item></productCodes>`;
      const id = parameters.get('ImageId.1');
      return reply(
        action,
        `<imagesSet><item><imageId>${id}</imageId>${productCode ? code : ''}</item></imagesSet>`,
      );
    }
    case 'ExportImage':
      state.asked = 0;
      return reply(
        action,
        `<exportImageTaskId>${taskId}</exportImageTaskId><status>active</status><progress>0</progress>`,
      );
    case 'DescribeExportImageTasks': {
      state.asked += 1;
      const isOver = state.asked > 1;
      const exported = requests.findLast((request) => request.get('Action') === 'ExportImage');
      if (isOver && end === 'completed' && exported !== undefined) putRawDisk(exported, buckets);
      const [status, progress, said] = isOver ? [end, '100', message] : ['active', '40', 'converting'];
      return reply(
        action,
        `<exportImageTaskSet><item><exportImageTaskId>${taskId}</exportImageTaskId><status>${status}</status><progress>${progress}</progress><statusMessage>${said}</statusMessage></item></exportImageTaskSet>`,
      );
    }
    default:
      throw new Error(`EC2 was asked for ${action}`);
  }
}

function putRawDisk(request: URLSearchParams, buckets: string): void {
  const key = `${request.get('S3ExportLocation.S3Prefix')}${taskId}.raw`;
  const path = join(buckets, request.get('S3ExportLocation.S3Bucket') ?? '', key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'a raw disk');
}

function reply(action: string, content: string): string {
  return `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>${content}</${action}Response>`;
}

async function isThere(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}
