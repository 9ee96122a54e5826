/** Type bytes: the first byte after a prefix, known by its high bit. Source: Twisted, spread/banana.py. */
export const LIST = 0x80;
export const INT = 0x81;
export const STRING = 0x82;
export const NEG = 0x83;
export const FLOAT = 0x84;
export const LONGINT = 0x85;
export const LONGNEG = 0x86;
export const VOCAB = 0x87;

/** Beyond these an integer needs the long types. */
export const INT_MAX = 0x7fff_ffff;
export const NEG_MIN = -0x8000_0000;
