#!/bin/bash
# The workbook recalculated by LibreOffice: every formula must equal the engine to the cent, as it is written, and
# after a change that is made both in the workbook and in the scenario.
#   Tests/workbook/recalculate.sh MAINSTAY [PATHS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mainstay=$(realpath "$1")
paths=${2:-200}
if ! command -v soffice >/dev/null; then
  echo "not tried: LibreOffice is not installed (apt-get install --no-install-recommends libreoffice-calc)"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/../../Scenarios" "$work/Scenarios"
cd "$work"

# A contribution changed, nothing else: the host gives 850,000 a year.
cat > Scenarios/apctt/other-host.yaml <<'YAML'
title: The host gives 850,000
author: the test of the workbook
question: "Does the workbook follow a contribution?"
extends: baseline
changes:
  - set-contribution: {contributor: india, fund: core, from: 2021, to: 2025, amount: 850000, currency: USD, month: 1}
YAML
# The same with nothing changed, paid in the same month.
sed -e 's/850000/870000/' -e 's/850,000/870,000/' Scenarios/apctt/other-host.yaml > Scenarios/apctt/same-host.yaml

run() { "$mainstay" run "Scenarios/$1.yaml" --paths "$paths" --format xlsx --output "$2" --quiet; }
run apctt/baseline baseline
run apctt/same-host same-host
run apctt/other-host other-host
run apctt/host-at-400k former-host
run escap-technical-cooperation/baseline large

for folder in baseline former-host large; do
  echo "== $folder: recalculated as it is"
  python3 "$here/workbook.py" recalculate "$folder/workbook.xlsx" "$work"
done
echo "== the host's contribution changed in the workbook and in the scenario"
python3 "$here/workbook.py" transplant same-host/workbook.xlsx other-host/workbook.xlsx "$work" contributions
echo "== the host at 400,000, with the cuts of the response entered"
python3 "$here/workbook.py" transplant \
  same-host/workbook.xlsx former-host/workbook.xlsx "$work" contributions assumptions timing
