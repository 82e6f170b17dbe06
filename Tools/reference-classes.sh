#!/bin/bash
# Fits every shipped reference class again and writes it as Swift, one file a set.
#   Tools/reference-classes.sh MAINSTAY PANELS
# PANELS holds un-trust-funds.csv and un-system-voluntary.csv. The funds that are books here are left out, and of
# the system the organisation the trust funds belong to.
set -euo pipefail

mainstay=${1:?name the command}
panels=${2:?name the folder of the panels: make reference-classes PANELS=DIR}
target=Sources/Mainstay/ReferenceClasses/Shipped
public="public data at github.com/united-nations/open (commit af72496b)"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# fit NAME YEAR PANEL WITHOUT SOURCE: one set as the Swift constant of its name.
fit() {
  local name=$1-$2 constant
  "$mainstay" calibrate "$panels/$3" --until "$2" --without "$4" --name "$name" --source "$5" --quiet \
    --output "$folder/$name.json"
  constant=$(constant "$1" "$2")
  {
    echo '// Written by `make reference-classes`.'
    echo 'extension ReferenceClasses {'
    echo "  static let $constant = #\"\"\""
    sed -e 's/^ *//' -e 's/" : /":/' "$folder/$name.json" | tr -d '\n' | fold -w 100 \
      | sed -e 's/^/    /' -e '$!s/$/\\#/'
    printf '\n    """#\n}\n'
  } > "$folder/${constant^}.swift"
}

# constant NAME YEAR: unTrustFunds2019.
constant() { echo "$1$2" | sed -E 's/-([a-z])/\U\1/g; s/-//g'; }

# list NAME YEAR: its line of the table.
list() { echo "    ShippedSet(\"$1-$2\", $2) { $(constant "$1" "$2") },"; }

for year in 2023 2022 2021 2020 2019; do
  fit un-trust-funds $year un-trust-funds.csv OTB,BKT \
    "our fit to voluntary contributions to United Nations trust funds, 2017 to $year, OTB and BKT left out; $public, from the Schedule of individual trust funds"
  list un-trust-funds $year >> "$folder/list"
done
for year in 2023 2022 2021 2020 2019 2018 2017 2016 2015; do
  fit un-system $year un-system-voluntary.csv UN \
    "our fit to governments' voluntary contributions to organisations of the United Nations system, 2013 to $year; another accounting cut of the whole system, of which trust funds are one part, so the entity UN they belong to is left out; $public, from the CEB financial statistics"
  list un-system $year >> "$folder/list"
done
{
  echo '// Written by `make reference-classes`.'
  echo 'extension ReferenceClasses {'
  echo '  /// Every shipped set, the preferred ones first.'
  echo '  static let all = ['
  cat "$folder/list"
  printf '  ]\n}\n'
} > "$folder/ReferenceClasses+All.swift"

mkdir -p "$target"
rm -f "$target"/*.swift
mv "$folder"/*.swift "$target/"
echo "$(wc -l < "$folder/list") sets written to $target"
