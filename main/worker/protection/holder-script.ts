import { LIMITS_DIR } from './bwrap-arguments.ts';

/** What `HOLDER_SCRIPT` prints when the enclosure is complete. */
export const READY = 'ready';

/**
 * The first program of an enclosure, for any POSIX shell: makes the terminals that builds may open, forbids
 * namespaces within the enclosure, through which a program could gain rights there, gives up its own rights
 * for these two, and then holds the enclosure open until its standard input ends.
 */
export const HOLDER_SCRIPT = `set -e
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts /dev/pts
echo 0 > ${LIMITS_DIR}/max_user_namespaces
mount -t tmpfs -o ro none ${LIMITS_DIR}
echo ${READY}
exec setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all cat`;
