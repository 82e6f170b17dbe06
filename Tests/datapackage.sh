#!/bin/bash
# Every datapackage.json below a folder held against its tables by frictionless (PyPI), a program of the standard.
#   Tests/datapackage.sh [folder]
set -euo pipefail

folder=${1:-Reports}
environment=${FRICTIONLESS:-.build/frictionless}
if [ ! -x "$environment/bin/frictionless" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet 'frictionless>=5.18,<6'
fi

count=0
while IFS= read -r file; do
  count=$((count + 1))
  # A header that differs in the middle, a type, a missing value, a key twice, another digest: each is an error.
  if ! "$environment/bin/frictionless" validate "$file" > "$environment/last.txt" 2>&1; then
    cat "$environment/last.txt"
    echo "$file: not as described"
    exit 1
  fi
done < <(find "$folder" -name datapackage.json | sort)
[ "$count" -gt 0 ] || { echo "no datapackage.json below $folder; make reports"; exit 1; }
echo "$count data packages are as described"
