import { DefaultArtifactClient } from '@actions/artifact';
import { errorMessage } from '../../src/action-error.ts';

/** A call of the real artifact client, for a process of its own: the client prints commands for the runner. */
export interface ArtifactCall {
  readonly method: 'uploadArtifact' | 'deleteArtifact' | 'listArtifacts' | 'downloadArtifact';
  readonly args: readonly unknown[];
}

export interface ArtifactReply {
  readonly result?: unknown;
  readonly error?: string;
}

const client = new DefaultArtifactClient();

async function answer({ method, args }: ArtifactCall): Promise<ArtifactReply> {
  try {
    const run = client[method] as (...parameters: unknown[]) => Promise<unknown>;
    return { result: await run.apply(client, [...args]) };
  } catch (error) {
    return { error: errorMessage(error) };
  }
}

process.on('message', async (call: ArtifactCall) => process.send?.(await answer(call)));
