export const id = 404;
export const ids = [404,258];
export const modules = {

/***/ 32720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RZ: () => (/* binding */ buildsInQemu),
/* harmony export */   Sm: () => (/* binding */ hostName),
/* harmony export */   jw: () => (/* binding */ neededHosts),
/* harmony export */   zC: () => (/* binding */ hostsFor)
/* harmony export */ });
/* unused harmony exports hostSteps, listedButNotAsked, mirroredInProcess */
/* harmony import */ var _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96662);

const hostSteps = ['resolve', 'set-up', 'build', 'install', 'fetch', 'upload'];
const built = ['ubuntu', 'redhat'];
const everyOs = [...built, 'bottlerocket'];
const inQemu = ['baremetal', 'cloudstack'];
const ubuntu = ['ubuntu'];
const redhat = ['redhat'];
const fromIso = ['vsphere', 'baremetal', 'cloudstack'];
const onRunner = { from: 'runner', hypervisors: _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisors */ .j9, protocol: 'https' };
const inGuest = { from: 'guest', hypervisors: _plan_node_image_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .hypervisors */ .j9, os: built, protocol: 'https', step: 'install' };
const neededHosts = [
    {
        ...onRunner,
        host: 'anywhere-assets.eks.amazonaws.com',
        step: 'resolve',
        os: everyOs,
        tool: 'the actions',
        why: 'release manifest, signed bundle, image-builder CLI, Bottlerocket images of the bundle',
        mirror: 'in-process',
    },
    {
        ...onRunner,
        host: 'distro.eks.amazonaws.com',
        step: 'resolve',
        os: everyOs,
        tool: 'the actions',
        why: 'EKS Distro manifests',
        mirror: 'in-process',
    },
    {
        ...onRunner,
        host: 'raw.githubusercontent.com',
        step: 'resolve',
        os: everyOs,
        tool: 'the actions',
        why: 'versions of tools and of Bottlerocket, in the build tooling at the commit of the bundle',
        mirror: 'in-process',
    },
    {
        ...onRunner,
        host: 'github.com',
        step: 'resolve',
        os: everyOs,
        tool: 'the actions (git)',
        why: 'the same files as git objects, which the commit of the bundle proves',
        mirror: 'git',
    },
    {
        ...onRunner,
        host: 'releases.hashicorp.com',
        step: 'set-up',
        os: built,
        tool: 'the actions, or curl of the build',
        why: 'Packer, its plugins of HashiCorp, and their signed checksums',
        mirror: 'in-process',
        unless: 'the Packer that the release wants is installed',
    },
    {
        ...onRunner,
        host: 'api.github.com',
        step: 'set-up',
        os: built,
        tool: 'packer init',
        why: 'versions of the plugins of Packer',
        mirror: 'packer',
        unless: 'the tools were set up by the actions, or the plugins are installed',
    },
    {
        ...onRunner,
        host: 'github.com',
        step: 'set-up',
        os: built,
        tool: 'the actions, or packer init',
        why: 'the plugins goss and nutanix of Packer',
        mirror: 'packer',
        unless: 'the plugins are installed',
    },
    {
        ...onRunner,
        host: 'release-assets.githubusercontent.com',
        step: 'set-up',
        os: built,
        tool: 'the actions, or packer init',
        why: 'target of redirects from github.com for release downloads; earlier objects.githubusercontent.com',
        mirror: 'packer',
        unless: 'the plugins are installed',
    },
    {
        ...onRunner,
        host: 'ftp.gnu.org',
        step: 'set-up',
        os: built,
        tool: 'the actions',
        why: 'the source of make 4.3, by sha256',
        mirror: 'in-process',
        unless: 'the runner has a make up to 4.3',
    },
    {
        ...onRunner,
        service: 'PyPI',
        step: 'set-up',
        os: built,
        tool: 'pip',
        why: 'ansible-core and the Ansible collections; pywinrm for vSphere and AMI',
        mirror: 'pip',
        unless: 'the ansible-core that the release wants is installed',
    },
    {
        ...onRunner,
        service: 'Ansible Galaxy',
        step: 'set-up',
        os: built,
        tool: 'ansible-galaxy',
        why: 'collections community.general, ansible.posix, ansible.windows, community.windows',
        mirror: 'none',
        unless: 'the collections are installed',
    },
    {
        ...onRunner,
        service: 'package archive',
        step: 'set-up',
        os: built,
        tool: 'apt-get or dnf',
        why: 'QEMU, OVMF, jq, make, unzip and the like',
        mirror: 'none',
        mirrorNote: 'the sources of the package manager',
        unless: 'the packages are installed',
    },
    {
        ...onRunner,
        host: 'anywhere-assets.eks.amazonaws.com',
        step: 'build',
        os: built,
        tool: 'image-builder CLI, curl',
        why: 'release manifest and bundle; HEAD of containerd, crictl and etcdadm, which must answer 200',
        mirror: 'config',
        mirrorNote: '`private_artifacts_eksa_fqdn` of an air-gapped build',
    },
    {
        ...onRunner,
        host: 'distro.eks.amazonaws.com',
        step: 'build',
        os: built,
        tool: 'curl',
        why: 'EKS Distro manifest, CNI plugins',
        mirror: 'config',
        mirrorNote: '`private_artifacts_eksd_fqdn` of an air-gapped build',
    },
    {
        ...onRunner,
        host: 'github.com',
        step: 'build',
        os: built,
        tool: 'git',
        why: 'clones of aws/eks-anywhere-build-tooling and kubernetes-sigs/image-builder, with tags',
        mirror: 'git',
    },
    {
        ...onRunner,
        host: 'releases.ubuntu.com',
        step: 'build',
        hypervisors: ['vsphere', 'baremetal'],
        os: ubuntu,
        tool: 'packer',
        why: 'ISO of the installer',
        mirror: 'config',
        mirrorNote: '`iso_url`, `iso_checksum`, `iso_checksum_type`',
        unless: 'it is in PACKER_CACHE_DIR',
    },
    {
        ...onRunner,
        configKey: 'iso_url',
        step: 'build',
        hypervisors: fromIso,
        os: redhat,
        tool: 'packer',
        why: 'ISO of the installer, which Red Hat serves to subscribers only',
        mirror: 'config',
        mirrorNote: '`iso_url`',
        unless: 'it is in PACKER_CACHE_DIR',
    },
    {
        ...onRunner,
        configKey: 'vcenter_server',
        step: 'build',
        hypervisors: ['vsphere'],
        os: built,
        tool: 'packer',
        why: 'the vCenter that makes the build VM; its ESXi hosts too, for the ISO and the export of the image',
        mirror: 'none',
    },
    {
        ...onRunner,
        configKey: 'nutanix_endpoint',
        step: 'build',
        hypervisors: ['nutanix'],
        os: built,
        tool: 'packer',
        why: 'Prism Central, which makes the build VM',
        port: 9440,
        mirror: 'none',
    },
    {
        from: 'hypervisor',
        protocol: 'https',
        host: 'cloud-images.ubuntu.com',
        step: 'build',
        hypervisors: ['nutanix'],
        os: ubuntu,
        tool: 'Prism Central',
        why: 'the cloud image that the build starts from',
        mirror: 'config',
        mirrorNote: '`image_url`',
    },
    {
        ...onRunner,
        host: 'ec2.<region>.amazonaws.com',
        step: 'build',
        hypervisors: ['ami'],
        os: ubuntu,
        tool: 'packer',
        why: 'the build instance and its AMI; sts.<region>.amazonaws.com for the account',
        mirror: 'none',
    },
    {
        ...inGuest,
        host: 'anywhere-assets.eks.amazonaws.com',
        tool: 'Ansible in the build VM',
        why: 'containerd, etcdadm',
        mirror: 'config',
        mirrorNote: '`private_artifacts_eksa_fqdn` of an air-gapped build',
    },
    {
        ...inGuest,
        host: 'distro.eks.amazonaws.com',
        tool: 'Ansible in the build VM',
        why: 'kubelet, kubeadm, kubectl, container images of the control plane, etcd, CNI plugins',
        mirror: 'config',
        mirrorNote: '`private_artifacts_eksd_fqdn` of an air-gapped build',
    },
    {
        ...inGuest,
        host: 'github.com',
        tool: 'Ansible and Packer in the build VM',
        why: 'runc and crictl (from v0.25.0 on), goss',
        mirror: 'none',
        mirrorNote: '`mirror.json` of the air-gapped journey',
    },
    {
        ...inGuest,
        host: 'release-assets.githubusercontent.com',
        tool: 'Ansible and Packer in the build VM',
        why: 'target of redirects from github.com for release downloads; earlier objects.githubusercontent.com',
        mirror: 'none',
    },
    {
        ...inGuest,
        host: 'raw.githubusercontent.com',
        tool: 'Ansible in the build VM',
        why: 'containerd.service',
        mirror: 'none',
        mirrorNote: '`mirror.json` of the air-gapped journey',
        since: 'v0.25.0',
    },
    {
        ...inGuest,
        host: 'archive.ubuntu.com',
        os: ubuntu,
        hypervisors: ['vsphere', 'baremetal'],
        protocol: 'http',
        tool: "Ubuntu's installer",
        why: 'packages and updates, never through the proxy of `config`',
        mirror: 'none',
        mirrorNote: 'a mirror that answers to this name in DNS, or `builder: clone`, which runs no installer; bare metal goes on without',
    },
    {
        ...inGuest,
        host: 'us.archive.ubuntu.com',
        os: ubuntu,
        protocol: 'http',
        tool: 'apt in the build VM',
        why: 'packages and their updates',
        mirror: 'config',
        mirrorNote: '`extra_repos` with `disable_public_repos`, on 22.04 only',
    },
    {
        ...inGuest,
        host: 'security.ubuntu.com',
        os: ubuntu,
        protocol: 'http',
        tool: "Ubuntu's installer, then apt in the build VM",
        why: 'security updates; the installer never uses the proxy',
        mirror: 'config',
        mirrorNote: '`extra_repos` with `disable_public_repos`, on 22.04 only',
    },
    {
        ...inGuest,
        host: 'subscription.rhsm.redhat.com',
        os: redhat,
        tool: 'subscription-manager in the build VM',
        why: 'registration of the build VM with the Red Hat account',
        mirror: 'config',
        mirrorNote: '`rhsm_server_hostname`: a Satellite',
    },
    {
        ...inGuest,
        host: 'cdn.redhat.com',
        os: redhat,
        tool: 'dnf in the build VM',
        why: 'packages',
        mirror: 'config',
        mirrorNote: '`rhsm_server_hostname`: a Satellite',
    },
    {
        ...inGuest,
        host: 'dl.fedoraproject.org',
        os: redhat,
        tool: 'dnf in the build VM',
        why: 'EPEL: repository package and key',
        mirror: 'config',
        mirrorNote: '`redhat_epel_rpm`, `epel_rpm_gpg_key`',
    },
    {
        ...inGuest,
        host: 'awscli.amazonaws.com',
        hypervisors: ['ami'],
        os: ubuntu,
        tool: 'Ansible in the build VM',
        why: 'AWS CLI',
        mirror: 'none',
    },
    {
        ...onRunner,
        host: 'updates.bottlerocket.aws',
        step: 'fetch',
        hypervisors: ['vsphere', 'baremetal', 'ami'],
        os: ['bottlerocket'],
        tool: 'the actions',
        why: 'TUF metadata and images',
        mirror: 'in-process',
    },
    {
        ...onRunner,
        host: 'cache.bottlerocket.aws',
        step: 'fetch',
        hypervisors: ['vsphere', 'baremetal', 'ami'],
        os: ['bottlerocket'],
        tool: 'the actions',
        why: "Bottlerocket's published root.json, which trust starts with",
        mirror: 'in-process',
        unless: 'the input `root` is given, or a compiled-in root is current',
    },
    {
        ...onRunner,
        host: '*.actions.githubusercontent.com',
        step: 'upload',
        os: everyOs,
        tool: 'the actions',
        why: 'artifacts, cache, as every job on GitHub.com',
        mirror: 'none',
    },
    {
        ...onRunner,
        host: '*.blob.core.windows.net',
        step: 'upload',
        os: everyOs,
        tool: 'the actions',
        why: 'storage of artifacts and cache, as every job on GitHub.com',
        mirror: 'none',
    },
];
const listedButNotAsked = [
    {
        host: 'public.ecr.aws',
        why: 'container images come as archives from distro.eks.amazonaws.com; a cluster needs it, a build does not',
    },
    { host: 'd2glxqk2uabbnd.cloudfront.net', why: 'behind public.ecr.aws' },
    { host: 'api.ecr.us-west-2.amazonaws.com', why: 'curated packages of a cluster' },
    { host: 'd5l0dvt14r5h8.cloudfront.net', why: 'curated packages of a cluster' },
    { host: 'cdimage.ubuntu.com', why: 'Ubuntu 20.04 only; later ISOs are on releases.ubuntu.com' },
    {
        host: 'the endpoint of CloudStack',
        why: 'the image is built in QEMU on the runner; you register it yourself',
    },
];
function hostsFor({ hypervisor, os, steps = hostSteps }) {
    return neededHosts.filter((row) => row.hypervisors.includes(hypervisor) && row.os.includes(os) && steps.includes(row.step));
}
function buildsInQemu(hypervisor) {
    return inQemu.some((candidate) => candidate === hypervisor);
}
function hostName(address) {
    if ('host' in address)
        return address.host;
    return 'service' in address ? address.service : `\`${address.configKey}\` of the config`;
}
function mirroredInProcess() {
    return [
        ...new Set(neededHosts.flatMap((row) => (row.mirror === 'in-process' && 'host' in row ? [row.host] : []))),
    ].sort();
}


/***/ }),

/***/ 55258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectCertificates: () => (/* binding */ collectCertificates),
/* harmony export */   v: () => (/* binding */ certificateVariables)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89711);




const systemBundles = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/pki/tls/cacert.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/ssl/cert.pem',
];
function certificateVariables(path) {
    return {
        SSL_CERT_FILE: path,
        GIT_SSL_CAINFO: path,
        CURL_CA_BUNDLE: path,
        REQUESTS_CA_BUNDLE: path,
        PIP_CERT: path,
        NODE_EXTRA_CA_CERTS: path,
    };
}
async function collectCertificates(options) {
    const { caBundle, environment } = options;
    const own = caBundle === undefined ? [] : await readCaBundle(caBundle);
    const files = [environment['NODE_EXTRA_CA_CERTS'], environment['SSL_CERT_FILE'], ...systemBundles];
    const system = await Promise.all(files.map(certificatesIn));
    const all = [...own, ...(0,node_tls__WEBPACK_IMPORTED_MODULE_2__.getCACertificates)('default'), ...operatingSystemStore(), ...system.flat()];
    return { pem: [...new Set(all.map(normalised))].join('') };
}
function operatingSystemStore() {
    return process.platform === 'linux' ? [] : (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.getCACertificates)('system');
}
async function readCaBundle(path) {
    const fix = 'Let `ca-bundle` name a PEM file that holds the certificate of your proxy or mirror authority.';
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`The file of \`ca-bundle\` cannot be read: ${path}`, { fix, cause });
    }
    const certificates = pemBlocks(text);
    if (certificates.length === 0) {
        throw new _action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`The file of \`ca-bundle\` holds no PEM certificate: ${path}`, {
            why: 'It has no `-----BEGIN CERTIFICATE-----` line; a DER file must be converted first.',
            fix,
        });
    }
    certificates.forEach((pem, index) => {
        try {
            new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem);
        }
        catch (cause) {
            throw new _action_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .l(`Certificate ${index + 1} in the file of \`ca-bundle\` is damaged: ${path}`, {
                fix,
                cause,
            });
        }
    });
    return certificates;
}
async function certificatesIn(path) {
    if (!path)
        return [];
    return pemBlocks(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(() => ''));
}
function pemBlocks(text) {
    return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
function normalised(pem) {
    return `${pem.replaceAll('\r', '').trim()}\n`;
}


/***/ }),

/***/ 97326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ HttpStatusError),
/* harmony export */   VH: () => (/* binding */ StatusFailure),
/* harmony export */   c9: () => (/* binding */ transferError),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   pM: () => (/* binding */ NetworkFailure)
/* harmony export */ });
/* harmony import */ var _action_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89711);
/* harmony import */ var _printable_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29503);


class StatusFailure extends Error {
    hop;
    status;
    bodyStart;
    retryAfterMs;
    constructor(hop, answer) {
        super(`HTTP status ${answer.status}`);
        this.hop = hop;
        this.status = answer.status;
        this.bodyStart = answer.bodyStart;
        this.retryAfterMs = answer.retryAfterMs;
    }
}
class NetworkFailure extends Error {
    hop;
    code;
    constructor(hop, cause) {
        super((0,_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g)(cause), { cause });
        this.hop = hop;
        this.code = cause.code ?? '';
    }
}
class HttpStatusError extends _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l {
    status;
    bodyStart;
    constructor(headline, details) {
        super(headline, details);
        this.status = details.status;
        this.bodyStart = details.bodyStart;
    }
}
function isTransient(error) {
    if (error instanceof StatusFailure) {
        return error.status === 408 || error.status === 429 || error.status >= 500;
    }
    if (!(error instanceof NetworkFailure))
        return false;
    const tunnel = tunnelStatus(error);
    return tunnel === undefined ? !isCertificateProblem(error.code) : tunnel >= 500;
}
function transferError(failure, what, attempts) {
    const { url, original } = failure.hop;
    const tries = attempts === 1 ? '' : `, ${attempts} times in a row`;
    const headline = `${what} could not be downloaded: ${summary(failure)}${tries}. URL: ${original ? (0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$)(original, url) : (0,_printable_url_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(url)}`;
    if (failure instanceof StatusFailure) {
        const { status, bodyStart } = failure;
        return new HttpStatusError(headline, { ...statusAdvice(failure), status, bodyStart, cause: failure });
    }
    return new _action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(headline, { ...networkAdvice(failure), cause: failure });
}
function summary(failure) {
    const { url, proxy, original } = failure.hop;
    const host = original ? `the mirror ${url.host} of ${original.host}` : url.host;
    if (failure instanceof StatusFailure)
        return `${host} answered with HTTP status ${failure.status}`;
    const tunnel = tunnelStatus(failure);
    if (tunnel !== undefined && proxy)
        return `the proxy ${proxy.url.origin} answered with HTTP status ${tunnel} for ${host}`;
    const via = proxy ? ` through the proxy ${proxy.url.origin}` : '';
    return `${host}${via}: ${systemError(failure)}`;
}
function systemError(failure) {
    const { code, cause } = failure;
    const text = cause instanceof AggregateError
        ? cause.errors.map(_action_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .g).join('; ')
        : failure.message.replace(/; .*--use-system-ca.*$/s, '');
    return code === '' || text.includes(code) ? text : `${text} (${code})`;
}
function statusAdvice({ hop, status, bodyStart }) {
    if (status === 407)
        return proxyCredentials(hop.proxy);
    if (hop.original && status < 500 && status !== 429)
        return mirrorAdvice(hop, status);
    if ((status === 403 || status === 404) && looksLikeS3Error(bodyStart)) {
        return {
            why: 'S3 and its CDN answer so when there is no such object: the URL is wrong, or the file was never published.',
            fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
        };
    }
    if (status === 401 || status === 403) {
        return {
            why: 'The host, or a proxy on the way, does not allow this request.',
            fix: `Ask with \`curl -I\` who refuses. ${proxyAdvice(hop)}`,
        };
    }
    if (status === 404) {
        return {
            why: 'The host has no such file.',
            fix: 'Check `release-manifest-url`, and what a mirror holds under this address.',
        };
    }
    if (status === 429)
        return {
            why: 'The host limits how often it may be asked.',
            fix: 'Run fewer jobs at a time, or try again later.',
        };
    if (status >= 500)
        return { why: 'The host, or a proxy on the way, has a problem of its own.', fix: 'Try again later.' };
    return {};
}
function mirrorAdvice({ url, original }, status) {
    if (status === 401 || status === 403)
        return {
            why: `The mirror ${url.host} does not allow this request, or has no such file.`,
            fix: 'Check the address in `mirrors` and the user name and password in it.',
        };
    return {
        why: `The mirror ${url.host} does not have this file of ${original?.host}.`,
        fix: 'Check the path of the address in `mirrors`, and whether the mirror is up to date.',
    };
}
function networkAdvice(failure) {
    const { hop, code } = failure;
    const tunnel = tunnelStatus(failure);
    if (tunnel === 407)
        return proxyCredentials(hop.proxy);
    if (isCertificateProblem(code))
        return certificateAdvice(code);
    if (tunnel !== undefined)
        return { why: 'The proxy cannot reach this host, or does not let it through.', fix: proxyAdvice(hop) };
    return { why: networkReason(hop, code), fix: proxyAdvice(hop) };
}
function networkReason({ url, proxy }, code) {
    const peer = proxy ? `the proxy ${proxy.url.host}` : url.host;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return `The name server does not know ${proxy?.url.hostname ?? url.hostname}.`;
    if (code === 'ECONNREFUSED')
        return `Nothing listens at ${peer}.`;
    if (/TIMEOUT|TIMEDOUT/.test(code))
        return `${peer} does not answer; a firewall may drop the packets.`;
    return `The connection to ${peer} broke.`;
}
function certificateAdvice(code) {
    if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
        return {
            why: 'The certificate is not valid at the time that the clock of the runner shows.',
            fix: 'Check the clock of the runner, then the certificate of the host.',
        };
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'UND_ERR_PRX_TLS') {
        return {
            why: 'The certificate is for another host name.',
            fix: 'Check the URL and what the name resolves to.',
        };
    }
    return {
        why: 'The certificate was issued by an authority that the runner does not know, as TLS-inspecting proxies do.',
        fix: 'Save the certificate of that authority as PEM and name the file in `ca-bundle`.',
    };
}
function proxyCredentials(proxy) {
    return {
        why: proxy?.authorization
            ? 'The proxy does not accept the user name and password.'
            : 'The proxy asks for a user name and password.',
        fix: `Set \`${proxy?.variable ?? 'https_proxy'}\` to \`http://user:password@host:port\`, special characters percent-encoded.`,
    };
}
function proxyAdvice({ url, proxy }) {
    return proxy
        ? `Check that the proxy in \`${proxy.variable}\` is right and lets ${url.hostname} through, or add ${url.hostname} to \`no_proxy\` if it can be reached directly.`
        : `Check that this runner can reach ${url.host}; if it needs a proxy, set \`${url.protocol.slice(0, -1)}_proxy\` and look whether \`no_proxy\` exempts the host.`;
}
function looksLikeS3Error(body) {
    return body.trimStart().startsWith('<?xml') && body.includes('<Error>');
}
function tunnelStatus(failure) {
    const [, status] = /^Proxy response \((\d{3})\)/.exec(failure.message) ?? [];
    return status === undefined ? undefined : Number(status);
}
function isCertificateProblem(code) {
    return /CERT|UNABLE_TO_|SELF_SIGNED|UND_ERR_PRX_TLS/.test(code);
}


/***/ })

};
