# Complains about lines that are too long.

echo "Looking for lines of more than 72 characters"
sleep "${SAMPLE_PAUSE:-0}"
awk 'length > 72 { print FILENAME ":" FNR ": " length " characters"; found = 1 }
     END { exit found }' notes.txt
found=$?
sleep "${SAMPLE_PAUSE:-0}"
exit "$found"
