# Removes what the other scripts have made.

for file in greet report.txt; do
    if [ -f "$file" ]; then
        rm "$file"
        echo "removed $file"
        sleep "${SAMPLE_PAUSE:-0}"
    fi
done
sleep "${SAMPLE_PAUSE:-0}"
echo "Clean."
