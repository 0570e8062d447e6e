export const id = 139;
export const ids = [139,258];
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
        why: 'where github.com redirects downloads of releases to; earlier objects.githubusercontent.com',
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
        unless: 'the machine has a make up to 4.3',
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
        why: 'the vCenter that makes the build machine; its ESXi hosts too, for the ISO and the export of the image',
        mirror: 'none',
    },
    {
        ...onRunner,
        configKey: 'nutanix_endpoint',
        step: 'build',
        hypervisors: ['nutanix'],
        os: built,
        tool: 'packer',
        why: 'Prism Central, which makes the build machine',
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
        tool: 'Ansible in the guest',
        why: 'containerd, etcdadm',
        mirror: 'config',
        mirrorNote: '`private_artifacts_eksa_fqdn` of an air-gapped build',
    },
    {
        ...inGuest,
        host: 'distro.eks.amazonaws.com',
        tool: 'Ansible in the guest',
        why: 'kubelet, kubeadm, kubectl, container images of the control plane, etcd, CNI plugins',
        mirror: 'config',
        mirrorNote: '`private_artifacts_eksd_fqdn` of an air-gapped build',
    },
    {
        ...inGuest,
        host: 'github.com',
        tool: 'Ansible and Packer in the guest',
        why: 'runc and crictl (from v0.25.0 on), goss',
        mirror: 'none',
    },
    {
        ...inGuest,
        host: 'release-assets.githubusercontent.com',
        tool: 'Ansible and Packer in the guest',
        why: 'where github.com redirects downloads of releases to; earlier objects.githubusercontent.com',
        mirror: 'none',
    },
    {
        ...inGuest,
        host: 'raw.githubusercontent.com',
        tool: 'Ansible in the guest',
        why: 'containerd.service',
        mirror: 'none',
        since: 'v0.25.0',
    },
    {
        ...inGuest,
        host: 'archive.ubuntu.com',
        os: ubuntu,
        hypervisors: ['vsphere', 'baremetal'],
        protocol: 'http',
        tool: "Ubuntu's installer",
        why: 'packages',
        mirror: 'none',
    },
    {
        ...inGuest,
        host: 'us.archive.ubuntu.com',
        os: ubuntu,
        protocol: 'http',
        tool: 'apt in the guest',
        why: 'packages and their updates',
        mirror: 'config',
        mirrorNote: '`extra_repos` with `disable_public_repos`, on 22.04 only',
    },
    {
        ...inGuest,
        host: 'security.ubuntu.com',
        os: ubuntu,
        protocol: 'http',
        tool: 'apt in the guest',
        why: 'security updates',
        mirror: 'config',
        mirrorNote: '`extra_repos` with `disable_public_repos`, on 22.04 only',
    },
    {
        ...inGuest,
        host: 'subscription.rhsm.redhat.com',
        os: redhat,
        tool: 'subscription-manager in the guest',
        why: 'registers the guest with the Red Hat account',
        mirror: 'config',
        mirrorNote: '`rhsm_server_hostname`: a Satellite',
    },
    {
        ...inGuest,
        host: 'cdn.redhat.com',
        os: redhat,
        tool: 'dnf in the guest',
        why: 'packages',
        mirror: 'config',
        mirrorNote: '`rhsm_server_hostname`: a Satellite',
    },
    {
        ...inGuest,
        host: 'dl.fedoraproject.org',
        os: redhat,
        tool: 'dnf in the guest',
        why: 'EPEL: repository package and key',
        mirror: 'config',
        mirrorNote: '`redhat_epel_rpm`, `epel_rpm_gpg_key`',
    },
    {
        ...inGuest,
        host: 'awscli.amazonaws.com',
        hypervisors: ['ami'],
        os: ubuntu,
        tool: 'Ansible in the guest',
        why: 'AWS CLI',
        mirror: 'none',
    },
    {
        ...onRunner,
        host: 'updates.bottlerocket.aws',
        step: 'fetch',
        hypervisors: ['vsphere', 'baremetal'],
        os: ['bottlerocket'],
        tool: 'the actions',
        why: 'TUF metadata and images',
        mirror: 'in-process',
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


/***/ })

};
