# Greets a few names and looks at the answers. What was found is written to report.txt too.

greet() {
    if [ -f greet ]; then ./greet "$@"; else sh greet.sh "$@"; fi
}

tests=0
failures=0
expect() {
    wanted=$1
    shift
    tests=$((tests + 1))
    answer=$(greet "$@")
    if [ "$answer" = "$wanted" ]; then
        line="ok $tests - $answer"
    else
        failures=$((failures + 1))
        line="not ok $tests - got '$answer' and not '$wanted'"
    fi
    echo "$line"
    echo "$line" >>report.txt
    sleep "${SAMPLE_PAUSE:-0}"
}

: >report.txt
expect 'Hello, world!'
expect 'Hello, Ada!' Ada
expect 'Hello, Grace Hopper!' 'Grace Hopper'
expect 'Hello, 100%!' '100%'
expect 'Hello, *!' '*'
echo "$tests tests, $failures failures" | tee -a report.txt
[ "$failures" -eq 0 ]
