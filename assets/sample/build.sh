# Compiles greet.c where there is a compiler, and checks that the result runs here.

compiler_is_here() {
    # On macOS, cc without the developer tools would open a dialog.
    if [ "$(uname)" = Darwin ]; then xcode-select -p >/dev/null 2>&1 || return 1; fi
    command -v cc >/dev/null 2>&1
}

echo "Building on $(uname -sm)"
sleep "${SAMPLE_PAUSE:-0}"
rm -f greet
if compiler_is_here; then
    echo "cc -o greet greet.c"
    if cc -o greet greet.c && ./greet >/dev/null 2>&1; then
        echo "Compiled by $(cc --version 2>/dev/null | head -n 1)"
    else
        echo "That did not work here; greet.sh does the same."
        rm -f greet
    fi
else
    echo "No C compiler here; greet.sh does the same."
fi
sleep "${SAMPLE_PAUSE:-0}"
echo "Built."
