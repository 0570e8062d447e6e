export const id = 469;
export const ids = [469];
export const modules = {

/***/ 65469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jobNamed: () => (/* binding */ jobNamed),
/* harmony export */   jobsOfRun: () => (/* binding */ jobsOfRun)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const pageType = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    total_count: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    jobs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        run_attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5(),
        runner_name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    })
        .transform((job) => ({
        name: job.name,
        attempt: job.run_attempt,
        conclusion: job.conclusion,
        url: job.html_url,
        runnerName: job.runner_name ?? null,
    }))),
});
const perPage = 100;
const mostPages = 12;
const maxBytes = 8 * 1024 * 1024;
async function jobsOfRun({ http, apiUrl, repository, token }, runId) {
    const found = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const url = new URL(`repos/${repository}/actions/runs/${runId}/jobs`, `${apiUrl.replace(/\/$/, '')}/`);
        url.search = new URLSearchParams({
            filter: 'latest',
            per_page: String(perPage),
            page: String(page),
        }).toString();
        const text = await http.getText(url.href, {
            what: 'The list of jobs',
            maxBytes,
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
        });
        const { jobs, total_count: total } = pageType.parse(JSON.parse(text));
        found.push(...jobs);
        if (jobs.length < perPage || found.length >= total)
            break;
    }
    return found;
}
function jobNamed(name, jobs, ownRunner) {
    const named = jobs.filter((job) => job.name === name || job.name.endsWith(`${calls}${name}`));
    if (named.length < 2)
        return named[0];
    const own = jobs.filter((job) => job.conclusion === null && job.runnerName === ownRunner);
    const callers = new Set(own.map((job) => job.name.slice(0, job.name.lastIndexOf(calls) + calls.length)));
    const beside = named.filter((job) => callers.has(job.name.slice(0, -name.length)));
    return beside.length === 1 ? beside[0] : undefined;
}
const calls = ' / ';


/***/ })

};
