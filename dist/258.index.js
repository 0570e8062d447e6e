export const id = 258;
export const ids = [258];
export const modules = {

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
