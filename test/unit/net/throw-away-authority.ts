import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate authority made for one test, and a certificate for 127.0.0.1 that it issued. */
export async function createAuthority(validity: { readonly expired?: boolean } = {}) {
  const hour = 3_600_000;
  const notBefore = new Date(Date.now() - 2 * hour);
  const notAfter = new Date(Date.now() + (validity.expired ? -hour : hour));
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Throw-away authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    notBefore,
    notAfter: new Date(Date.now() + hour),
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=127.0.0.1',
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    notBefore,
    notAfter,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    pem: `${authority.toString('pem')}\n`,
    server: { key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'), cert: certificate.toString('pem') },
  };
}
