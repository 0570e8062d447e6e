import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { getCACertificates } from 'node:tls';
import { ActionError } from '../action-error.ts';

/** Certificate authorities to trust, as concatenated PEM. */
export interface Certificates {
  readonly pem: string;
}

/**
 * Where Linux distributions keep the roots that children such as git and curl use. Source: Go,
 * src/crypto/x509/root_linux.go.
 */
const systemBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/**
 * What makes the programs of a build (Go, OpenSSL, git, curl, pip, requests, Node.js) trust exactly the authorities in
 * a PEM file. The variables replace a program's own store but for that of Node.js, so the file must hold all.
 */
export function certificateVariables(path: string): Readonly<Record<string, string>> {
  return {
    SSL_CERT_FILE: path,
    GIT_SSL_CAINFO: path,
    CURL_CA_BUNDLE: path,
    REQUESTS_CA_BUNDLE: path,
    PIP_CERT: path,
    NODE_EXTRA_CA_CERTS: path,
  };
}

/**
 * Every root to trust, for this process and, written to a file, for its children ({@link certificateVariables}). The user's `ca-bundle` adds to the system's roots and
 * never replaces them: a split-tunnel proxy intercepts some hosts and leaves others alone.
 *
 * @throws ActionError when `ca-bundle` cannot be read or holds no certificate.
 */
export async function collectCertificates(options: {
  readonly caBundle?: string;
  readonly environment: NodeJS.ProcessEnv;
}): Promise<Certificates> {
  const { caBundle, environment } = options;
  const own = caBundle === undefined ? [] : await readCaBundle(caBundle);
  const files = [environment['NODE_EXTRA_CA_CERTS'], environment['SSL_CERT_FILE'], ...systemBundles];
  const system = await Promise.all(files.map(certificatesIn));
  const all = [...own, ...getCACertificates('default'), ...operatingSystemStore(), ...system.flat()];
  return { pem: [...new Set(all.map(normalised))].join('') };
}

/** macOS and Windows keep their roots in no file; on Linux the files above are read ten times as fast. */
function operatingSystemStore(): readonly string[] {
  return process.platform === 'linux' ? [] : getCACertificates('system');
}

async function readCaBundle(path: string): Promise<readonly string[]> {
  const fix = 'Let `ca-bundle` name a PEM file that holds the certificate of your proxy or mirror authority.';
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ActionError(`The file of \`ca-bundle\` cannot be read: ${path}`, { fix, cause });
  }
  const certificates = pemBlocks(text);
  if (certificates.length === 0) {
    throw new ActionError(`The file of \`ca-bundle\` holds no PEM certificate: ${path}`, {
      why: 'It has no `-----BEGIN CERTIFICATE-----` line; a DER file must be converted first.',
      fix,
    });
  }
  certificates.forEach((pem, index) => {
    try {
      new X509Certificate(pem);
    } catch (cause) {
      throw new ActionError(`Certificate ${index + 1} in the file of \`ca-bundle\` is damaged: ${path}`, {
        fix,
        cause,
      });
    }
  });
  return certificates;
}

/** A file that is not there is no error: OpenSSL and Node.js pass over one, too. */
async function certificatesIn(path: string | undefined): Promise<readonly string[]> {
  if (!path) return [];
  return pemBlocks(await readFile(path, 'utf8').catch(() => ''));
}

function pemBlocks(text: string): readonly string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

function normalised(pem: string): string {
  return `${pem.replaceAll('\r', '').trim()}\n`;
}
