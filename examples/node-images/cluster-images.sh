#!/usr/bin/env bash
# From EKS Anywhere cluster specs to node images, and back.
#
#   cluster-images.sh version           prints the EKS Anywhere version of the clusters
#   cluster-images.sh images            prints the list of the vSphere images that they need
#   cluster-images.sh update <index>    writes the templates into the specs, prints what changed as Markdown
#
# SPECS is a glob of the files. BUILDS says what they do not: for each osFamily the os-version, the config file and so
# on, as YAML. EKSA_VERSION is for clusters without spec.eksaVersion, TEMPLATE_FOLDER is where the templates are.
# Needs jq and mikefarah's yq 4.
set -euo pipefail

fail() {
  echo "::error::$1" >&2
  exit 1
}

shopt -s globstar
mapfile -t specs < <(compgen -G "${SPECS:?}" | sort)
[ "${#specs[@]}" -gt 0 ] || fail "No file of this repository fits SPECS, \"$SPECS\"."

# One line of JSON for each document. Numbers stay as they are written: 1.30 is no 1.3.
documents() {
  # shellcheck disable=SC2016 # the dollar signs are yq's
  yq --header-preprocess=false --output-format json --indent 0 'select(tag == "!!map") | explode(.) |
    (.. | select(tag == "!!float" or tag == "!!int")) tag = "!!str" |
    {"file": filename, "line": (.spec.template | line), "object": .}' "$@"
}

# Each VSphereMachineConfig that a Cluster of the same file uses, with the system and channel of its nodes.
uses() {
  documents "${specs[@]}" | jq --slurp '
    map(select((.object.apiVersion // "") | startswith("anywhere.eks.amazonaws.com/")))
    | group_by(.file)[] | . as $docs
    | [ .[].object | select(.kind == "Cluster").spec | .kubernetesVersion as $version
        | {ref: (.controlPlaneConfiguration, .externalEtcdConfiguration).machineGroupRef?, $version},
          (.workerNodeGroupConfigurations[]? | {ref: .machineGroupRef, version: (.kubernetesVersion // $version)})
        | select(.ref.kind == "VSphereMachineConfig") ]
    | group_by(.ref.name)[] | (map(.version) | unique) as $versions | .[0].ref.name as $name
    | [$docs[] | select(.object.kind == "VSphereMachineConfig" and .object.metadata.name == $name)]
    | if length != 1 then error("\($docs[0].file): \(length) VSphereMachineConfigs are called \($name)") else .[0] end
    | if $versions | length != 1
      then error("\(.file): \($name) serves Kubernetes \($versions | join(" and ")): split it") else . end
    | {file, line, name: $name, os: (.object.spec.osFamily // "bottlerocket"),
       channel: ($versions[0] | sub("[.]"; "-")), template: .object.spec.template}' | jq --slurp .
}

version() {
  local found
  found=$(documents "${specs[@]}" | jq --slurp --raw-output --arg default "${EKSA_VERSION:-}" \
    'map(.object | select(.kind == "Cluster" and (.apiVersion | startswith("anywhere.")))
      | .spec.eksaVersion // $default | ltrimstr("v")) | unique | join(" ")')
  [[ $found =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "One run makes images of one EKS Anywhere version, not of \"$found\"."
  echo "v$found"
}

images() {
  local table
  table=$(yq --output-format json <<<"${BUILDS:?}")
  uses | jq --argjson builds "$table" 'map({os, channel}) | unique | map(
    {os, hypervisor: "vsphere", "release-channel": .channel}
    + ($builds[.os] // error("BUILDS has no entry for osFamily \(.os)")))'
}

# Replaces the value on one line, and keeps the change only if the documents differ in nothing else.
set_template() {
  local file=$1 line=$2 name=$3 template=$4 edited wanted
  local value="\"[^\"]*\"\|'[^']*'\|[^\"'#[:space:]]([^#]*[^#[:space:]])?"
  edited=$(mktemp)
  sed --regexp-extended \
    "${line}s|^(\s*template:\s+)($value)(\s*\|\s+#.*)\$|\1${template}\4|" \
    "$file" >"$edited"
  wanted=$(documents "$file" | jq --compact-output --arg name "$name" --arg template "$template" '.object
    | if .kind == "VSphereMachineConfig" and .metadata.name == $name then .spec.template = $template else . end')
  [ "$wanted" = "$(documents "$edited" | jq --compact-output .object)" ] ||
    fail "$file, line $line: this line cannot be changed safely. Write it as \"template: $template\" yourself."
  cat "$edited" >"$file"
  rm "$edited"
}

update() {
  local index=$1 changes
  [[ $TEMPLATE_FOLDER =~ ^/[A-Za-z0-9/._-]+$ ]] ||
    fail "TEMPLATE_FOLDER is \"$TEMPLATE_FOLDER\", which needs quotes in YAML."
  changes=$(uses | jq --raw-output --slurpfile index "$index" --arg folder "$TEMPLATE_FOLDER" '.[]
    | . as $use | [$index[0].cells[] | select(.sha256 and (.templateTags // [] | index("os:\($use.os)"))
        and (.id | contains("-vsphere-\($use.channel)-")))][0]
    | if . == null then error("\($use.file): the run made no image for \($use.name)") else . end
    | "\($folder)/\(.id)-\(.sha256[:7])" | select(. != $use.template)
    | [$use.file, $use.line, $use.name, ., $use.template // "none"] | @tsv')
  echo '| File | Machine config | Template before | Template now |'
  echo '|---|---|---|---|'
  while IFS=$'\t' read -r file line name template before; do
    [ -n "$file" ] || continue
    [ "$line" != 0 ] || fail "$file: add \"template: $template\" to the spec of $name once: there is no line to change."
    set_template "$file" "$line" "$name" "$template"
    echo "| $file | $name | \`$before\` | \`$template\` |"
  done <<<"$changes"
}

case $1 in
  version | images | update) "$@" ;;
esac
