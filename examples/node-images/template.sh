#!/usr/bin/env bash
# Node images as vSphere templates, by govc.
#
#   template.sh find <name>                          prints the path of the template, or nothing
#   template.sh import <name> <ova> <sha256> <tag>…  imports the OVA as a template with tags
#   template.sh show <name> <tag>…                   prints the lines for a cluster spec
#
# VSPHERE_CONFIG is the build config: it says where. VCENTER_PASSWORD is the password of its
# user, TEMPLATE_FOLDER the inventory folder for templates. GOVC_TLS_CA_CERTS can name a PEM file
# with the CA of vCenter; the default is the system store of the runner.
set -euo pipefail

for program in govc jq; do
  command -v "$program" >/dev/null || {
    echo "::error::This runner has no $program: see docs/journeys/vsphere-nightly.md." >&2
    exit 1
  }
done

setting() {
  jq --exit-status --raw-output --arg key "$1" '.[$key] // empty' "$VSPHERE_CONFIG" || {
    echo "::error file=$VSPHERE_CONFIG::The key \"$1\" is missing." >&2
    return 1
  }
}

GOVC_URL=${GOVC_URL:-$(setting vcenter_server)}
GOVC_USERNAME=$(setting username)
GOVC_PASSWORD=${VCENTER_PASSWORD:-}
GOVC_DATACENTER=$(setting datacenter)
GOVC_DATASTORE=$(setting datastore)
GOVC_RESOURCE_POOL=$(setting resource_pool)
# No session stays behind on the runner.
GOVC_PERSIST_SESSION=false
export GOVC_URL GOVC_USERNAME GOVC_PASSWORD GOVC_DATACENTER GOVC_DATASTORE GOVC_RESOURCE_POOL
export GOVC_PERSIST_SESSION

# A name must be unique in the whole datacenter: EKS Anywhere refuses one that it finds twice.
find_vm() {
  govc find -type m "/$GOVC_DATACENTER" -name "$1" "${@:2}"
}

# Whether one of the lines on standard input begins with this word. It reads them all: govc fails
# on a closed pipe.
has() {
  awk -v word="$1" '$1 == word {found = 1} END {exit !found}'
}

attach() {
  local tag=$1 path=$2 category=${1%%:*}
  govc tags.category.ls | has "$category" ||
    govc tags.category.create -t VirtualMachine -m "$category"
  govc tags.ls -c "$category" | has "$tag" || govc tags.create -c "$category" "$tag"
  govc tags.attach "$tag" "$path"
  govc tags.attached.ls -r "$path" | has "$tag" || {
    echo "::error::vCenter does not show the tag $tag on $path." >&2
    return 1
  }
}

# The name carries the checksum. A virtual machine of that name which is no template is what a
# failed import left.
remove_leftover() {
  local leftover
  leftover=$(find_vm "$1" -config.template false)
  if [ -n "$leftover" ]; then govc vm.destroy "$leftover"; fi
}

import_template() {
  local name=$1 ova=$2 sha256=$3 path=$TEMPLATE_FOLDER/$1 network options disks size
  local -a tags=("${@:4}")
  sha256sum --check --quiet <<<"$sha256  $ova"
  remove_leftover "$name"
  unfinished=$name
  trap '[ -z "$unfinished" ] || remove_leftover "$unfinished"' EXIT
  network=$(setting network)
  options=$(govc import.spec "$ova" | jq --arg network "$network" '.DiskProvisioning = "thin"
    | .NetworkMapping = ((.NetworkMapping // []) | map(.Network = $network))')
  govc import.ova -folder "$TEMPLATE_FOLDER" -name "$name" -options - "$ova" <<<"$options"
  for tag in "${tags[@]}"; do attach "$tag" "$path"; done
  # EKS Anywhere accepts Bottlerocket only with a disk of 22 GiB, or a second one of 20 GiB.
  if [[ " ${tags[*]} " == *" os:bottlerocket "* ]]; then
    mapfile -t disks < <(govc device.ls -vm "$path" | awk '/^disk-/ {print $1}')
    size=$((${#disks[@]} > 1 ? 20 : 22))
    govc vm.disk.change -vm "$path" -disk.name "${disks[-1]}" -size "${size}G"
  fi
  # Last: a template is complete.
  govc vm.markastemplate "$path"
  unfinished=
}

case $1 in
  find)
    path=$(find_vm "$2" -config.template true)
    if [ "$(wc -l <<<"$path")" -gt 1 ]; then
      paths=${path//$'\n'/, }
      echo "::error::The name is there more than once, and EKS Anywhere refuses it: $paths." >&2
      exit 1
    fi
    echo "$path"
    ;;
  import) import_template "${@:2}" ;;
  show)
    cat <<END
For a \`VSphereMachineConfig\` of clusters that ask for the tags \`${*:3}\`:

\`\`\`yaml
spec:
  osFamily: ${3#os:}
  template: $TEMPLATE_FOLDER/$2
\`\`\`
END
    ;;
esac
