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
    eksaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
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
function runReport(result, before) {
    const { index, run, troubleshooting } = result;
    const cells = index?.cells ?? [];
    const brokenCells = cells.filter(isBroken);
    const items = [...cells, ...jobItems(result, brokenCells.length > 0)];
    const broken = items.filter(isBroken);
    const news = newsOf(result, items, before);
    const body = [
        index
            ? `Run [${run.id}](${run.url}) for EKS Anywhere ${index.eksaVersion}: ${counts(index)}.`
            : `Run [${run.id}](${run.url}) ended before its images were collected: what came of them is not known.`,
        table('Failed or cancelled', ['Image or job', 'Result', 'Cause'], broken, (item) => [
            item.jobUrl ? `[${text(item.name)}](${item.jobUrl})` : text(item.name),
            item.status,
            text(item.cause ?? item.reason ?? 'see its log'),
        ]),
        broken.length > 0 && troubleshooting ? `[What the causes mean, and what to do](${troubleshooting})` : '',
        table('Built', ['Image', 'Size', 'sha256'], index ? withStatus(index, 'built') : [], (cell) => [
            cell.artifactUrl ? `[${text(cell.name)}](${cell.artifactUrl})` : text(cell.name),
            cell.size === undefined ? '' : (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeInWords */ ._u)(cell.size),
            cell.sha256 ? `\`${cell.sha256}\`` : '',
        ]),
        `<!-- node-images-report ${JSON.stringify(memoryOf(result, items, before))} -->`,
    ];
    const isWell = index !== undefined && broken.length === 0;
    return { isWell, body: body.filter((part) => part !== '').join('\n\n'), news };
}
function isBroken({ status }) {
    return status === 'failed' || status === 'cancelled';
}
function jobItems({ jobs }, hasBrokenCells) {
    return jobs
        .filter(({ madeIndex }) => !(madeIndex && hasBrokenCells))
        .map(({ id, result }) => ({
        id: `job ${id}`,
        name: `job ${id}`,
        status: result === 'success' ? 'built' : result === 'failure' ? 'failed' : result,
    }));
}
function memoryOf({ index }, items, before) {
    const known = new Set(items.map(({ id }) => id));
    const unknown = index ? [] : (before?.failed ?? []).filter((id) => !known.has(id));
    const eksaVersion = index?.eksaVersion ?? before?.eksaVersion;
    return {
        schemaVersion: 1,
        failed: [...items.filter(isBroken).map(({ id }) => id), ...unknown],
        ...(eksaVersion !== undefined && { eksaVersion }),
    };
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
function newsOf({ index, run }, items, before) {
    const failedBefore = new Set(before?.failed);
    const broken = items.filter(isBroken);
    const recovered = items.filter((item) => failedBefore.has(item.id) && !isBroken(item));
    const fresh = broken.filter(({ id }) => !failedBefore.has(id));
    const [now, then] = [index?.eksaVersion, before?.eksaVersion];
    const isNewRelease = now !== undefined && then !== undefined && now !== then;
    const sentences = [
        isNewRelease ? `The release is ${now} now; it was ${then}.` : '',
        list('Failed for the first time', fresh, ({ name, cause }) => (cause ? `${name}: ${cause}` : name)),
        list('Well again', recovered, ({ name }) => name),
        index && broken.length === 0 ? 'All is well.' : '',
    ].filter((sentence) => sentence !== '');
    return sentences.length > 0 ? `${sentences.join('\n\n')}\n\n${run.url}` : undefined;
}
function list(lead, items, say) {
    return items.length === 0 ? '' : `${lead}:\n\n${items.map((item) => `- ${text(say(item))}`).join('\n')}`;
}
function table(title, head, items, row) {
    if (items.length === 0)
        return '';
    const shown = items.slice(0, mostRows).map((item) => `| ${row(item).join(' | ')} |`);
    const more = items.length - shown.length;
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
