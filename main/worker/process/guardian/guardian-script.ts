/**
 * What the guardian runs, for any POSIX shell: the worker's death closes its standard input, and then it
 * ends what the worker's builds left, in rounds, until two rounds find nothing or 5 s are over.
 *
 * Arguments: the text that marks what a command of this worker started; the text that marks what the
 * worker started for itself, which is spared; the worker's control group, empty without one; its pid.
 *
 * Input: `+ N` and `- N`, numbers of processes, groups and sessions that are to be ended too.
 */
export const GUARDIAN_SCRIPT = `
trap '' HUP INT QUIT TERM USR1 USR2
unset BUILDTRAY_GUARDIAN_SCRIPT
mark=$1 own=$2 group=$3 worker=$4
if [ -n "$group" ]; then echo $$ 2>/dev/null > "\${group%/*}/cgroup.procs"; fi

live=' '
while read -r sign number; do
  case $sign in
  +) live="$live$number ";;
  -) case $live in
    *" $number "*) live="\${live%% $number *} \${live#* $number }";;
    esac;;
  esac
done

# grep of some small systems stops at the zeros between variables.
if printf 'a\\000b' | grep -qsF b; then
  marked() { grep -lsF -e "$1" $2; }
else
  marked() { for path in $2; do tr '\\000' '\\n' 2>/dev/null < $path | grep -qsF -e "$1" && echo $path; done; }
fi

pids_of_marked() {
  for path in $(marked "$mark" '/proc/[0-9]*/environ'); do
    path=\${path%/environ}; echo \${path#/proc/}
  done
}

# In the groups that a build made inside, too; another worker's there has a guardian of its own.
pids_of_group() {
  [ -n "$group" ] || return
  for procs in "$group/cgroup.procs" "$group"/*/cgroup.procs "$group"/*/*/cgroup.procs; do
    case \${procs#"$group"} in /buildtray-*) continue;; esac
    while read -r pid; do
      [ "$pid" = "$worker" ] && continue
      [ -n "$(marked "$own" /proc/$pid/environ)" ] || echo $pid
    done 2>/dev/null < "$procs"
  done
}

# Those numbers as processes, groups and sessions, with what descends from them or from the arguments.
pids_of_live() {
  [ -n "\${live# }$*" ] || return
  known=" $* "
  table=$(for stat in /proc/[0-9]*/stat; do read -r line 2>/dev/null < $stat && echo "\${line%% *} \${line##*) }"; done)
  grew=yes
  while [ $grew = yes ]; do
    grew=no
    while read -r pid state parent leader session rest; do
      case $state in Z|X) continue;; esac
      case $known in *" $pid "*) continue;; esac
      case "$live" in *" $pid "*|*" $leader "*|*" $session "*) known="$known$pid "; grew=yes; continue;; esac
      case $known in *" $parent "*) known="$known$pid "; grew=yes;; esac
    done <<TABLE
$table
TABLE
  done
  for pid in $known; do [ "$pid" = $$ ] || [ "$pid" = "$worker" ] || echo $pid; done
}

freeze() { [ -n "$group" ] && echo $1 2>/dev/null > "$group/cgroup.freeze"; }

round=0 empty=0
while [ $round -lt 40 ] && [ $empty -lt 2 ]; do
  # What forks faster than it is listed has to stand still for that.
  [ $round -ge 3 ] && freeze 1
  found=$(pids_of_live $(pids_of_marked) $(pids_of_group))
  if [ -n "$found" ]; then empty=0; kill -KILL $found 2>/dev/null; else empty=$((empty+1)); fi
  [ $round -ge 3 ] && freeze 0
  round=$((round+1))
  sleep 0.1 2>/dev/null || sleep 1
done
[ -n "$group" ] && rmdir "$group"/*/*/ "$group"/*/ "$group" 2>/dev/null
exit 0
`;
