# Steps of the gate, each of which is counted. Sourced by `.ci/run` and `.ci/full`.
export CDK_DISABLE_CLI_TELEMETRY=true CHECKPOINT_DISABLE=1 PULUMI_SKIP_UPDATE_CHECK=true

log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0

# Runs a command, and goes on where it fails.
step() {
  local start=$SECONDS
  printf '\n== %s\n' "$*"
  if "$@" 2>&1 | tee -a "$log"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$*"
  fi
  printf '(%d s)\n' $((SECONDS - start))
}

# Lists what was skipped, counts, and exits with 1 if a step failed.
finish() {
  local skipped
  skipped=$(grep -c '^SKIPPED: ' "$log")
  printf '\n'
  grep '^SKIPPED: ' "$log"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
  exit
}
