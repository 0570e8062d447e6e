#!/usr/bin/env bash
# The release of $TAG with its section of the changelog as text; then the major tag moves to the same commit. The
# major tag has no release of its own, so that immutable releases leave it movable.
set -euo pipefail

awk -v heading="## [${TAG#v}]" 'index($0, heading) == 1 { inside = 1; next } /^## \[/ { inside = 0 } inside' \
  CHANGELOG.md >"$RUNNER_TEMP/notes.md"
gh release create "$TAG" --verify-tag --title "$TAG" --notes-file "$RUNNER_TEMP/notes.md"

major="${TAG%%.*}"
commit=$(git rev-parse HEAD)
gh api --method PATCH "repos/$GITHUB_REPOSITORY/git/refs/tags/$major" -f sha="$commit" -F force=true ||
  gh api --method POST "repos/$GITHUB_REPOSITORY/git/refs" -f ref="refs/tags/$major" -f sha="$commit"
