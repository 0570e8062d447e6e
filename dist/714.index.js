export const id = 714;
export const ids = [714];
export const modules = {

/***/ 89714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readMemory: () => (/* binding */ readMemory),
/* harmony export */   runReport: () => (/* binding */ runReport)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83211);


const memoryType = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    failed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    eksaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const mostRows = 120;
const mark = /<!-- node-images-report (\{.*\}) -->/;
function readMemory(body) {
    const [, json] = mark.exec(body ?? '') ?? [];
    if (json === undefined)
        return undefined;
    try {
        return memoryType.safeParse(JSON.parse(json)).data;
    }
    catch {
        return undefined;
    }
}
function runReport(index, before, troubleshooting) {
    const broken = index.cells.filter(({ status }) => status === 'failed' || status === 'cancelled');
    const memory = {
        schemaVersion: 1,
        failed: broken.map(({ id }) => id),
        eksaVersion: index.eksaVersion,
    };
    const news = newsOf(index, broken, before);
    const body = [
        `Run [${index.run.id}](${index.run.url}) for EKS Anywhere ${index.eksaVersion}: ${counts(index)}.`,
        table('Failed or cancelled', ['Image', 'Result', 'Cause'], broken, (cell) => [
            cell.jobUrl ? `[${text(cell.name)}](${cell.jobUrl})` : text(cell.name),
            cell.status,
            text(cell.cause ?? cell.reason ?? 'see its job'),
        ]),
        broken.length > 0 && troubleshooting ? `[What the causes mean, and what to do](${troubleshooting})` : '',
        table('Built', ['Image', 'Size', 'sha256'], withStatus(index, 'built'), (cell) => [
            cell.artifactUrl ? `[${text(cell.name)}](${cell.artifactUrl})` : text(cell.name),
            cell.size === undefined ? '' : (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeInWords */ ._u)(cell.size),
            cell.sha256 ? `\`${cell.sha256}\`` : '',
        ]),
        `<!-- node-images-report ${JSON.stringify(memory)} -->`,
    ];
    return { isWell: broken.length === 0, body: body.filter((part) => part !== '').join('\n\n'), news };
}
function withStatus({ cells }, status) {
    return cells.filter((cell) => cell.status === status);
}
function counts(index) {
    return ['built', 'reused', 'failed', 'cancelled', 'skipped']
        .map((status) => ({ status, count: withStatus(index, status).length }))
        .filter(({ count }) => count > 0)
        .map(({ status, count }) => `${count} ${status}`)
        .join(', ');
}
function newsOf(index, broken, before) {
    const failedBefore = new Set(before?.failed);
    const failedNow = new Set(broken.map(({ id }) => id));
    const recovered = index.cells.filter(({ id }) => failedBefore.has(id) && !failedNow.has(id));
    const fresh = broken.filter(({ id }) => !failedBefore.has(id));
    const isNewRelease = before !== undefined && before.eksaVersion !== index.eksaVersion;
    const sentences = [
        isNewRelease ? `The release is ${index.eksaVersion} now; it was ${before.eksaVersion}.` : '',
        list('Failed for the first time', fresh, ({ name, cause }) => (cause ? `${name}: ${cause}` : name)),
        list('Well again', recovered, ({ name }) => name),
        broken.length === 0 ? 'All is well.' : '',
    ].filter((sentence) => sentence !== '');
    return sentences.length > 0 ? `${sentences.join('\n\n')}\n\n${index.run.url}` : undefined;
}
function list(lead, cells, say) {
    return cells.length === 0 ? '' : `${lead}:\n\n${cells.map((cell) => `- ${text(say(cell))}`).join('\n')}`;
}
function table(title, head, cells, row) {
    if (cells.length === 0)
        return '';
    const shown = cells.slice(0, mostRows).map((cell) => `| ${row(cell).join(' | ')} |`);
    const more = cells.length - shown.length;
    return [
        `### ${title}`,
        '',
        `| ${head.join(' | ')} |`,
        `|${'---|'.repeat(head.length)}`,
        ...shown,
        ...(more > 0 ? ['', `and ${more} more`] : []),
    ].join('\n');
}
function text(value) {
    return value
        .slice(0, 300)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('|', '\\|')
        .replaceAll('@', '@\u200b')
        .replaceAll('[', '\\[')
        .replace(/\s*\n\s*/g, ' ');
}


/***/ }),

/***/ 83211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ exactSize),
/* harmony export */   _u: () => (/* binding */ sizeInWords),
/* harmony export */   ji: () => (/* binding */ durationInWords)
/* harmony export */ });
const units = [
    { name: 'GB', bytes: 1e9, digits: 1 },
    { name: 'MB', bytes: 1e6, digits: 0 },
    { name: 'kB', bytes: 1e3, digits: 0 },
];
function sizeInWords(bytes) {
    const unit = units.find((candidate) => bytes >= candidate.bytes * 0.9995);
    return unit === undefined ? `${bytes} bytes` : `${(bytes / unit.bytes).toFixed(unit.digits)} ${unit.name}`;
}
function exactSize(bytes) {
    const words = sizeInWords(bytes);
    return words.endsWith('bytes') ? words : `${words} (${bytes.toLocaleString('en-US')} bytes)`;
}
function durationInWords(seconds) {
    const whole = Math.round(seconds);
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    const parts = [
        hours > 0 && `${hours} h`,
        (hours > 0 || minutes > 0) && `${minutes} min`,
        `${whole % 60} s`,
    ];
    return parts.filter((part) => part !== false).join(' ');
}


/***/ })

};
