#!/usr/bin/env bash
# Whether the tag $TAG may become a release: signed, on main, in the changelog, with trust data that is complete.
set -euo pipefail

refuse() {
  echo "::error title=Not ready for a release::$1"
  exit 1
}

object=$(gh api "repos/$GITHUB_REPOSITORY/git/ref/tags/$TAG" --jq '.object | .type + " " + .sha')
[ "${object%% *}" = tag ] || refuse "$TAG is no annotated tag. Make it with 'git tag --sign'."
verified=$(gh api "repos/$GITHUB_REPOSITORY/git/tags/${object##* }" --jq .verification.verified)
[ "$verified" = true ] || refuse "the signature of $TAG is not one that GitHub can verify."
git merge-base --is-ancestor HEAD origin/main || refuse "$TAG is not on main."
grep -q "^## \[${TAG#v}\]" CHANGELOG.md || refuse "CHANGELOG.md has no section '## [${TAG#v}]'."
find src/bottlerocket/roots -name 'root-*.ts' ! -name root-2.ts | grep -q . ||
  refuse "no body of a current Bottlerocket root is compiled in. Merge what the workflow 'Trust data' proposes."
