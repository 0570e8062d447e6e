/**
 * The Python that is fetched when the machine has none that fits: CPython as astral-sh/python-build-standalone
 * publishes it, for every Linux on x86_64 with glibc 2.17 or newer. Source of the sha256: astral-sh/uv,
 * crates/uv-python/download-metadata.json, read 2026-11-23; it is the one that the release's SHA256SUMS states.
 */
export const standalonePython = {
  version: '3.11.16',
  url: 'https://github.com/astral-sh/python-build-standalone/releases/download/20260814/cpython-3.11.16%2B20260814-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz',
  sha256: '3b437f08720d3ddd9c1904532476ec9fb373e800d1598c72c907dd6d5f29b79b',
} as const;
