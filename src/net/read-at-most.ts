import { ActionError } from '../action-error.ts';

/**
 * All bytes of a body that may not be larger than `maxBytes`; `what` begins the sentence when it is.
 *
 * @throws ActionError
 */
export async function readAtMost(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
  what: string,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new ActionError(`${what} is larger than ${maxBytes} bytes, which is refused.`, {
        why: 'A file of this kind is far smaller, so something else is being served.',
      });
    }
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
