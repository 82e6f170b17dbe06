#!/bin/bash
# A simulation in eight shards on a real engine: a Slurm of this machine alone, with a configuration, a key and ports
# of its own, that is gone afterwards. One task is killed on the way; the merged report is held against a single run.
#   Benchmarks/slurm/one-machine.sh [mainstay] [scenario] [paths]
# Where Slurm is missing and cannot be installed, it says why and ends well.
set -euo pipefail

mainstay=$(realpath "${1:-.build/release/mainstay}")
scenario=${2:-Scenarios/apctt/baseline.yaml}
paths=${3:-400000}

here=$(dirname "$0")
host=$(hostname -s)
packages=(slurm-wlm munge)
programs=(sbatch scontrol sinfo squeue scancel slurmctld slurmd munged munge)
shards=8
victim=3
export PATH=$PATH:/usr/sbin:/sbin

folder=$(mktemp -d)
chmod 711 "$folder"  # munged insists that everyone may reach its socket
daemons=()

step() { echo "== $*"; }

# fail MESSAGE [LOG...]: and what the logs say last.
fail() {
  local message=$1
  shift
  echo "failed: $message" >&2
  if [ $# -gt 0 ]; then tail -n 10 "$@" >&2 2> /dev/null || true; fi
  exit 1
}

missing() {
  local program
  for program in "${programs[@]}"; do command -v "$program" > /dev/null || echo "$program"; done
}

skip() {
  echo "skipped: there is no Slurm here ($(missing | paste -sd ' ')), and $*"
  exit 0
}

install_slurm() {
  local root=()
  if [ -z "$(missing)" ]; then return; fi
  command -v apt-get > /dev/null || skip "no apt-get to install ${packages[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || skip "only root may install ${packages[*]}"
    root=(sudo)
  fi
  echo "installing: ${packages[*]}"
  export DEBIAN_FRONTEND=noninteractive
  install() { "${root[@]}" apt-get install -y --no-install-recommends "${packages[@]}"; }
  if ! { install || { "${root[@]}" apt-get update && install; }; } > "$folder/install.log" 2>&1 < /dev/null; then
    tail -n 3 "$folder/install.log"
    skip "apt-get could not install ${packages[*]}"
  fi
  if [ -n "$(missing)" ]; then fail "the packages are installed, but these are missing: $(missing | paste -sd ' ')"; fi
}

# free_port FROM: one of a thousand that nobody listens on, below those the system hands out.
free_port() {
  local port
  while port=$(($1 + RANDOM % 1000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
  echo "$port"
}

# No cgroups and no accounts, so that any container will do. Two processors at least, whatever the machine has, so
# that tasks run beside each other. A task put back into the queue waits for as long as a credential lives: not the
# usual two minutes.
configure() {
  local processors
  processors=$(nproc)
  mkdir "$folder/state" "$folder/spool"
  cat > "$folder/slurm.conf" <<END
ClusterName=mainstay
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port 20000)
SlurmdPort=$(free_port 21000)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=5
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,batch_sched_delay=0
KillWait=2
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=$((processors > 2 ? processors : 2))
PartitionName=all Nodes=ALL Default=YES
END
  unset "${!SLURM_@}" "${!SBATCH_@}" MAINSTAY_SHARDS  # what a site may have set for its own cluster
  export SLURM_CONF=$folder/slurm.conf
  (umask 077 && head -c 1024 /dev/urandom > "$folder/munge.key")
}

# start COMMAND...: in a session of its own, so that an interruption reaches this script alone, which ends the rest.
start() {
  setsid "$@" > "$folder/$1.log" 2>&1 < /dev/null &
  daemons+=($!)
}

running() {
  local daemon
  for daemon in "${daemons[@]}"; do kill -0 "$daemon" 2> /dev/null || return 1; done
}

# wait_for SECONDS COMMAND...: until the command succeeds; fails where it does not in time or a daemon has ended.
wait_for() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    if [ "$SECONDS" -ge "$end" ] || ! running; then return 1; fi
    sleep 0.2
  done
}

munge_answers() { munge --no-input --socket "$folder/munge.socket" > /dev/null 2>&1; }
node_is_idle() { [ "$(sinfo --noheader --format=%T 2> /dev/null)" = idle ]; }
victim_is_stopped() { [ -e "$folder/stopped" ]; }
# ended [OPTION...]: no such job waits or runs.
ended() { local jobs; jobs=$(squeue --noheader "$@" 2> /dev/null) && [ -z "$jobs" ]; }

# end DAEMON: asks, and after ten seconds insists.
end() {
  kill "$1" 2> /dev/null || return 0
  timeout 10 tail --pid="$1" --sleep-interval=0.2 --follow /dev/null || kill -KILL "$1" || true
}

# ours OPTION: grep's answer to which processes run in the environment of this cluster.
ours() { env -u SLURM_CONF grep -szxF "$1" "SLURM_CONF=$folder/slurm.conf" /proc/[0-9]*/environ; }
none_left() { ! ours -q; }

# Everything that was started: jobs, then daemons, newest first, then what a job has left behind.
clean() {
  local status=$? newest left
  trap '' INT TERM HUP
  if [ ${#daemons[@]} -eq 3 ] && scancel --me 2> /dev/null; then wait_for 20 ended || true; fi
  for ((newest = ${#daemons[@]} - 1; newest >= 0; newest--)); do end "${daemons[newest]}"; done
  daemons=()
  if ! wait_for 5 none_left; then
    for left in $(ours -l); do kill -KILL "$(basename "$(dirname "$left")")" || true; done
  fi
  rm -rf "$folder"
  exit "$status"
}

trap clean EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The command as it is, but for the first attempt of one task: that is stopped on its way, so that it is there to be
# killed, however fast the machine.
write_command() {
  cat > "$folder/mainstay" <<END
#!/bin/bash
if [ "\${SLURM_ARRAY_TASK_ID:-}" != $victim ] || [ -n "\${SLURM_RESTART_COUNT:-}" ]; then exec "$mainstay" "\$@"; fi
"$mainstay" "\$@" &
sleep 0.2
if kill -STOP \$! 2> /dev/null; then echo \$!; fi > "$folder/stopped.new"
mv "$folder/stopped.new" "$folder/stopped"
wait \$!
END
  chmod +x "$folder/mainstay"
}

# table: every task of the jobs. The seconds are those of its last attempt, which started so long after the submission.
table() {
  local task restarts start stop state attempts started seconds
  printf '%-6s %8s %9s %8s  %s\n' task attempts started seconds state
  SLURM_TIME_FORMAT=%s squeue --noheader --array --states=all --jobs="$array,$merge" \
    --Format='ArrayTaskID:20 ,RestartCnt:20 ,StartTime:20 ,EndTime:20 ,State:20' \
    | sed 's/^N\/A/merge/' | sort -V | while read -r task restarts start stop state; do
      attempts=0 started=- seconds=-
      if [ "$start" != N/A ]; then
        attempts=$((restarts + 1)) started=$((start - submitted)) seconds=$((stop - start))
      fi
      printf '%-6s %8s %9s %8s  %s\n' "$task" "$attempts" "$started" "$seconds" "$state"
    done
}

# digests FOLDER: of every file that is compared.
digests() { (cd "$1" && find . -type f ! -name environment.json -printf '%P\0' | sort -z | xargs -0 -r sha256sum --); }

step "Slurm"
install_slurm
configure
sinfo --version

step "munged, slurmctld and slurmd of $host alone"
start munged --foreground --key-file "$folder/munge.key" --socket "$folder/munge.socket" \
  --pid-file "$folder/munged.pid" --seed-file "$folder/munged.seed"
wait_for 20 munge_answers || fail "munged does not answer" "$folder/munged.log"
start slurmctld -D
start slurmd -D
wait_for 30 node_is_idle || fail "the node is not idle" "$folder"/{munged,slurmctld,slurmd}.log
sinfo --noheader --format='%N is %T, %c processors'

step "single run of $scenario, $paths futures"
"$mainstay" run "$scenario" --paths "$paths" --quiet --output "$folder/single" || fail "the single run failed"

step "an array of $shards shards and the dependent merge"
write_command
export MAINSTAY=$folder/mainstay
submitted=$(date +%s)
array=$(sbatch --parsable --array=1-$shards --output="$folder/task-%a.log" \
  "$here/shards.sbatch" "$scenario" "$folder/shards" --paths "$paths")
merge=$(sbatch --parsable --dependency="afterok:$array" --output="$folder/merge.log" \
  "$here/merge.sbatch" "$folder/shards" "$folder/merged" --quiet)
echo "jobs $array and $merge"

wait_for 60 victim_is_stopped || fail "task $victim did not start" "$folder"/task-*.log
process=$(< "$folder/stopped")
if [ -z "$process" ] || [ -e "$folder/shards/shard-$victim.partial" ]; then
  fail "task $victim ended before it could be killed; if it was done so soon, ask for more futures than $paths" \
    "$folder/task-$victim.log"
fi
step "killing task $victim on its way"
kill -KILL "$process"

wait_for 150 ended --jobs="$merge" || fail "the merge did not end" "$folder"/{slurmctld,slurmd,task-*}.log
table | tee "$folder/table"
cat "$folder/task-$victim.log"
grep -q '^merge .* COMPLETED$' "$folder/table" || fail "the merge was not completed" "$folder"/{task-*,merge}.log
grep -q "^$victim  *2 " "$folder/table" || fail "task $victim was not killed and started again"

step "SHA-256 of the merged report against the single run"
digests "$folder/single" > "$folder/single.sha256"
digests "$folder/merged" > "$folder/merged.sha256"
cat "$folder/single.sha256"
if ! [ -s "$folder/single.sha256" ]; then fail "the single run wrote nothing"; fi
if ! diff "$folder/single.sha256" "$folder/merged.sha256" > "$folder/difference"; then
  fail "these differ (< single run, > merged)" "$folder/difference"
fi
echo "the same: all $(wc -l < "$folder/single.sha256") files"
