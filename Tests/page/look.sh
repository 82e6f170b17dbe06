#!/bin/bash
# Pictures of report.html as people see it: phone, desktop and print, light and dark; fails on a message of the
# console and on a page that is wider than a phone.
#   Tests/page/look.sh [mainstay] [scenario] [folder] [more options of run]
# Needs Chromium and, for the printed pages, pdftoppm (Debian: chromium, poppler-utils).
set -euo pipefail
cd "$(dirname "$0")/../.."

mainstay=${1:-.build/release/mainstay}
scenario=${2:-Scenarios/apctt/baseline.yaml}
folder=${3:-.build/look}
shift $(($# < 3 ? $# : 3))

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
"$mainstay" run "$scenario" --quiet --format html --output "$folder/report" "$@"
page="file://$folder/report/report.html"

# browser OPTION...: without a window, a profile of its own.
browser() {
  timeout 120 chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
    --user-data-dir="$folder/profile" --virtual-time-budget=5000 --enable-logging=stderr --allow-file-access-from-files "$@" \
    2>> "$folder/browser.txt"
}

# A page of any width: browsers have a least one, a frame has not.
frame() {
  echo "<!DOCTYPE html><meta charset=utf-8><style>html,body{margin:0}iframe{border:0;display:block}</style>" \
    "<iframe src=report/report.html width=$1 height=$2 onload='document.body.dataset.width =" \
    "this.contentDocument.documentElement.scrollWidth'></iframe>" > "$folder/frame.html"
}

: > "$folder/browser.txt"
for scheme in light:1 dark:0; do
  name=${scheme%:*}
  browser --blink-settings=preferredColorScheme="${scheme#*:}" --window-size=1280,6000 \
    --screenshot="$folder/desktop-$name.png" "$page"
  frame 390 6000
  browser --blink-settings=preferredColorScheme="${scheme#*:}" --window-size=390,6000 \
    --screenshot="$folder/phone-$name.png" "file://$folder/frame.html"
done
browser --no-pdf-header-footer --print-to-pdf="$folder/print.pdf" "$page"
if command -v pdftoppm > /dev/null; then pdftoppm -r 60 -png "$folder/print.pdf" "$folder/print"; fi

# The script has run: heads of tables that may be sorted hold buttons.
browser --dump-dom "$page" > "$folder/dom.html"
grep -q '<th scope="col"[^>]*><button type="button">' "$folder/dom.html" || {
  echo "no head of a table can be sorted"
  exit 1
}
# A page wider than a phone would have to be pushed to and fro; tables and pictures have their own room to scroll.
frame 390 6000
width=$(browser --dump-dom "file://$folder/frame.html" | sed -n 's/.*data-width="\([0-9]*\)".*/\1/p')
if [ "$width" != 390 ]; then
  echo "on a phone of 390 the page is '$width' wide"
  exit 1
fi
if grep -F ':CONSOLE' "$folder/browser.txt"; then
  echo "the console has messages"
  exit 1
fi
rm -rf "$folder/profile" "$folder/frame.html"
ls "$folder"
