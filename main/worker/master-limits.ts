/**
 * What a master may have of this worker at a time. Each of its messages has limits of its own in the
 * protocols; these bound their sum. A real master stays far below each of them.
 */

/** Calls that wait for our answer. A master asks one thing after the other, of each builder. */
export const MOST_CALLS_UNDER_WAY = 1_000;
/** Bytes that wait in this program for the master to read them; output stops long before that. */
export const MOST_UNREAD_BYTES = 4 * 1024 * 1024;
/** Messages with updates that wait for the master's answer; output stops until half are answered. */
export const MOST_UNANSWERED_UPDATES = 1_000;
/** Bytes of text in them: over a link with an answer after 100 ms, some 80 MB/s. */
export const MOST_UNANSWERED_UPDATE_BYTES = 8 * 1024 * 1024;
/** Milliseconds for which one master may keep the process busy before others have their turn. */
export const LONGEST_TURN_MS = 25;
/** Messages of one master that are served before others have their turn. */
export const MOST_MESSAGES_A_TURN = 100;
/** Commands that run. The largest machines run some hundred builds, each one command at a time. */
export const MOST_COMMANDS = 1_000;
/** Commands that ask the file system once, under way at a time: each may have a long list of names. */
export const MOST_MOMENTARY_COMMANDS = 4;
/** Builders that are known. The largest farms have some thousand. */
export const MOST_BUILDERS = 10_000;
/** Log files that one command watches, each looked at every two seconds. */
export const MOST_LOG_FILES = 100;
/**
 * Entries of a list or a dictionary among a command's arguments, the words of a command line among them: all of
 * them are looked at in one turn.
 */
export const MOST_ARGUMENT_ENTRIES = 10_000;
/** Characters of a command line; systems start no program with much more. */
export const MOST_COMMAND_CHARACTERS = 2 * 1024 * 1024;
