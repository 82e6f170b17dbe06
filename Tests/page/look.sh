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

# frame WIDTH HEIGHT [FROM PAGE_HEIGHT]: a page of any width (browsers have a least one, a frame has not), or the part
# of it that begins FROM pixels below its top.
frame() {
  echo "<!DOCTYPE html><meta charset=utf-8><style>html,body{margin:0}div{height:${2}px;overflow:hidden}" \
    "iframe{border:0;display:block;margin-top:-${3:-0}px}</style><div>" \
    "<iframe src=report/report.html width=$1 height=${4:-$2} onload='const page =" \
    "this.contentDocument.documentElement; document.body.dataset.width = page.scrollWidth;" \
    "document.body.dataset.height = page.scrollHeight'></iframe></div>" > "$folder/frame.html"
}

# measure width|height WIDTH: of the page in a frame of WIDTH.
measure() {
  frame "$2" 800
  browser --dump-dom "file://$folder/frame.html" | sed -n "s/.*data-$1=\"\([0-9]*\)\".*/\1/p"
}

# pictures NAME WIDTH: the whole page in each scheme, in parts, since browsers picture only so many pixels at once.
part=6000
pictures() {
  local height from number scheme tall
  height=$(measure height "$2")
  for scheme in light:1 dark:0; do
    number=1
    for ((from = 0; from < height; from += part, number += 1)); do
      tall=$((height - from < part ? height - from : part))
      frame "$2" "$tall" "$from" "$height"
      browser --blink-settings=preferredColorScheme="${scheme#*:}" --window-size="$2,$tall" \
        --screenshot="$folder/$1-${scheme%:*}-$number.png" "file://$folder/frame.html"
    done
  done
}

: > "$folder/browser.txt"
pictures desktop 1280
pictures phone 390
browser --no-pdf-header-footer --print-to-pdf="$folder/print.pdf" "$page"
if command -v pdftoppm > /dev/null; then pdftoppm -r 60 -png "$folder/print.pdf" "$folder/print"; fi

# The script has run: heads of tables that may be sorted hold buttons.
browser --dump-dom "$page" > "$folder/dom.html"
grep -q '<th scope="col"[^>]*><button type="button">' "$folder/dom.html" || {
  echo "no head of a table can be sorted"
  exit 1
}
# A page wider than a phone would have to be pushed to and fro; tables and pictures have their own room to scroll.
width=$(measure width 390)
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
