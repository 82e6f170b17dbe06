#!/bin/bash
# The same report and the same regressions, byte for byte, whatever the processor offers and however many
# threads run.
#   Tests/same-bytes.sh [mainstay] [scenario] [paths] [mainstay as the tests build it]
# OpenBLAS is told to be another processor (OPENBLAS_CORETYPE), the C library not to use FMA and AVX2
# (GLIBC_TUNABLES); what this processor cannot run is left out and named.
set -euo pipefail

mainstay=${1:-.build/release/mainstay}
scenario=${2:-Scenarios/apctt/baseline.yaml}
paths=${3:-2000}
baseline=${4:-}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
differing=0

# regressions FOLDER [VARIABLE=VALUE...]: every kind of estimator and of standard error on invented wells.
regressions() {
  local target=$1 wells=Tests/WorkbenchTests/Data/wells.csv number=0
  shift
  while read -r formula options; do
    number=$((number + 1))
    # shellcheck disable=SC2086 # the options are words
    env "$@" "$mainstay" regress $wells --formula "${formula//_/ }" --format json $options \
      > "$target/regress-$number.json"
  done <<'EOF'
log(litres)_~_log(hours)_+_rain_+_I(rain^2)_+_I(rain^3)
log(litres)_~_log(hours)*rain --covariance HC3
log(litres)_~_log(hours)_+_rain --covariance cluster:well:CR2
log(litres)_~_log(hours)_+_rain --covariance newey-west:2 --index well,year
log(litres)_~_log(hours)_+_rain --covariance driscoll-kraay:1 --index well,year
log(litres)_~_log(hours)_+_visits_|_well_+_year --covariance HC2
log(litres)_~_log(hours)_+_rain --effects random --index well,year
log(litres)_~_log(hours)_+_rain --effects mixed --index well,year
log(litres)_~_log(hours)_+_rain --effects first-difference --index well,year
litres_~_log(hours)_+_rain --family gamma --link log
repairs_~_hours_+_rain --family poisson --covariance HC1
repairs_~_hours_|_well --family poisson
dry_~_hours_+_rain --family binomial --bias firth
dry_~_hours --family binomial --link probit
EOF
  env "$@" "$mainstay" certify --format json > "$target/certify.json"
}

# report NAME [VARIABLE=VALUE...] -- [ARGUMENT...]: runs in every format; digests of all files but environment.json.
report() {
  local name=$1 settings=()
  shift
  while [ "$1" != -- ]; do settings+=("$1"); shift; done
  shift
  env ${settings[@]+"${settings[@]}"} "$mainstay" run "$scenario" --paths "$paths" --quiet \
    --format text,csv,json,html,xlsx --output "$folder/$name" "$@"
  regressions "$folder/$name" ${settings[@]+"${settings[@]}"}
  (cd "$folder/$name" && sha256sum -- *.txt *.csv *.html *.xlsx report.json datapackage.json fit.json run.json regress-*.json certify.json) > "$folder/$name.sha256"
}

# compare NAME ...: the same as `report`, held against the plain run.
compare() {
  report "$@"
  if diff "$folder/plain.sha256" "$folder/$1.sha256" > "$folder/difference"; then
    echo "same     $1"
  else
    echo "differs  $1: $(sed -n 's/^> [0-9a-f]*  //p' "$folder/difference" | paste -sd ' ')"
    differing=1
  fi
}

can() { local flag; for flag in "$@"; do grep -qwm1 "$flag" /proc/cpuinfo || return 1; done; }

core() {
  local name=$1
  shift
  if can "$@"; then
    compare "openblas-$name" "OPENBLAS_CORETYPE=$name" --
  else
    echo "left out openblas-$name: this processor lacks one of $*"
  fi
}

report plain --
echo "plain    $(sha256sum < "$folder/plain.sha256" | cut -c1-16) ($scenario, $paths futures)"

compare again --
compare one-thread -- --threads 1
compare three-threads -- --threads 3

core Prescott sse2
core Nehalem sse4_2
core Haswell avx2 fma
core SkylakeX avx512f avx512bw avx512dq avx512vl

# The spelling differs between versions of the C library; its loader says whether one is understood.
hidden=
loader=$(ldd "$mainstay" | grep -o '/[^ ]*/ld-linux[^ ]*' || true)
shows_avx2() { GLIBC_TUNABLES=$1 "$loader" --help | grep -q 'x86-64-v3 (supported'; }
if [ -n "$loader" ] && shows_avx2 ""; then
  for tunables in glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable; do
    if ! shows_avx2 "$tunables"; then
      hidden=$tunables
      break
    fi
  done
fi
if [ -n "$hidden" ]; then
  echo "hiding FMA and AVX2 by $hidden"
  compare without-fma-and-avx2 "GLIBC_TUNABLES=$hidden" --
  compare oldest "GLIBC_TUNABLES=$hidden" OPENBLAS_CORETYPE=Prescott -- --threads 1
else
  echo "left out without-fma-and-avx2: nothing to hide, or the C library does not hide it"
fi

# Another width of vectors and other instructions: the command as it is built for every x86-64 processor, and as
# its tests have it, mostly not optimised.
if [ -n "$baseline" ]; then
  mainstay=$baseline
  compare tests-build-for-any-x86-64 --
else
  echo "left out tests-build-for-any-x86-64: no such build is named"
fi

exit "$differing"
